/** How long a browser may take to begin a download, ms; then the file is let go of. */
const BEGIN = 60_000;

/** Hands a file to the reader, as a download under this name. */
export function download(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BEGIN);
}
