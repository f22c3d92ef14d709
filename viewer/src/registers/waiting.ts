/** Whether drafts wait in this browser; see `draft-store`. */
export function draftsWait(): boolean {
  try {
    return localStorage.getItem('giapranh-waiting') !== null;
  } catch {
    return false;
  }
}
