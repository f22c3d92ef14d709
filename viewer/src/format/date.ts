/** `2023-05-23` reads 23/5/2023, in both languages as the documents write it. */
export function day(iso: string): string {
  const [year, month, date] = iso.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return iso;
  return `${date}/${month}/${year}`;
}
