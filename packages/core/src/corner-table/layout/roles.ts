import { fold } from '../text/fold.js';

/** What a column holds, as its header says. `x` and `y` are letters: which is north shows in the numbers. */
export type Role =
  | 'ordinal'
  | 'label'
  | 'x'
  | 'y'
  | 'north'
  | 'east'
  | 'latitude'
  | 'longitude'
  | 'site'
  | 'area'
  | 'commune'
  | 'district'
  | 'province'
  | 'place'
  | 'mineral'
  | 'decision'
  | 'part'
  | 'shape'
  | 'meridian'
  | 'zone'
  | 'note';

export const COORDINATE_ROLES: readonly Role[] = ['x', 'y', 'north', 'east', 'latitude', 'longitude'];

/** In order: the first pattern that matches the folded header decides. */
const WORDS: readonly (readonly [Role, RegExp])[] = [
  ['note', /^(ghi chu|note|notes|remark|remarks)\b/],
  ['latitude', /\bvi do\b|\blat(itude)?\b|^b \((°|d|do)/],
  ['longitude', /\bkinh do\b|\blon(g|gitude)?\b|\blng\b|^l \((°|d|do)/],
  ['north', /\bnorthing\b|^(toa do )?(huong )?(bac|north)( \(.*)?$|^n( ?\(.*\))?$/],
  ['east', /\beasting\b|^(toa do )?(huong )?(dong|east)( \(.*)?$|^e( ?\(.*\))?$/],
  ['x', /^(toa do |coord(inate)? )?x\b(?! ?[a-z]{2})|\bx ?\(?(m|met|met\.)\)/],
  ['y', /^(toa do |coord(inate)? )?y\b(?! ?[a-z]{2})|\by ?\(?(m|met|met\.)\)/],
  ['ordinal', /^(stt|tt|so tt|so thu tu|thu tu|no\.?|#|order|seq\.?)$/],
  [
    'label',
    /(so hieu|ten|ky hieu|diem goc|goc|stt) ?(diem|moc|dinh|goc)?\b.*(diem|moc|goc|dinh)|^(diem|diem goc|moc|moc gioi|so hieu( diem| moc)?|ky hieu|dinh|goc|corner|point|vertex|pt|id|station|tuyen|ly trinh)\b/,
  ],
  ['area', /dien tich|^area\b|\((ha|m2|m²)\)|^(ha|s \(ha\))$/],
  ['decision', /quyet dinh|giay phep|^(so )?(qd|gp)\b|van ban|decision|licen[cs]e|permit/],
  ['mineral', /khoang san|^mineral|loai da\b|^mineral/],
  ['meridian', /^(kinh tuyen( truc)?|ktt|central meridian|cm)$/],
  ['zone', /^(mui( chieu)?|zone( width)?)$/],
  ['shape', /^(dang|dang hinh|loai hinh|hinh dang|shape|geometry)$/],
  ['part', /^(vong|ring|part|phan|vung)\b/],
  ['commune', /^(ten )?(xa|phuong|thi tran|commune|ward)\b/],
  ['district', /^(ten )?(huyen|quan|thi xa|district)\b/],
  ['province', /^(ten )?(tinh|thanh pho|province)\b/],
  ['place', /dia diem|dia danh|dia phan|don vi hanh chinh|^vi tri|^location|^place/],
  [
    'site',
    /khu vuc|^ten\b|^(ten )?(mo|diem mo|khu|du an|khu mo|cong trinh|thua|lo|khoanh)\b|^(site|name|area name|mine|block|parcel)\b/,
  ],
];

/** The role a header text names, or `null`. */
export function roleOf(text: string): Role | null {
  // A cell of numbers, or a sentence, names no column.
  if (text === '' || text.length > 80 || /^\s*[\d(]*\d[\d.,\s)]*$/.test(text)) return null;
  const words = fold(text).replace(/\s*[:*]+$/, '');
  if (words === '' || words.length > 60) return null;
  for (const [role, pattern] of WORDS) if (pattern.test(words)) return role;
  return null;
}
