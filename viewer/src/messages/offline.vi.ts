/** Words about working without a network, and about new versions. */
export const offline = {
  kept: (time: string) => `Ngoại tuyến – dữ liệu lưu lúc ${time}`,
  keptMore: 'Số liệu có thể đã thay đổi trên máy chủ.',
  back: 'Máy chủ đã trả lời trở lại. Tải lại để xem dữ liệu mới nhất.',
  reload: 'Tải lại',
  update: 'Có bản mới của ứng dụng.',
  updateNow: 'Dùng bản mới',
  later: 'Để sau',
  bundle: (time: string) => `Bản mang theo – dữ liệu lấy lúc ${time}`,
};
