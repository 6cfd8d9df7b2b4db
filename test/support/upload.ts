/** Uploads bytes as a persona, as the preview does (`wx.cloud.uploadFile`); the id of the file, or why not. */
export async function upload(
  url: string,
  { persona, path }: { persona: string; path: string },
  bytes: Uint8Array,
): Promise<{ fileID?: string; errMsg: string }> {
  const response = await fetch(`${url}/gateway/upload?cloudPath=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'x-emulator-persona': persona },
    body: Buffer.from(bytes),
  });
  return (await response.json()) as { fileID?: string; errMsg: string };
}
