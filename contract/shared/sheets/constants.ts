/** Most characters of a file in a reply, as base64: what one reply can carry. */
export const FILE_MAX_BASE64 = 1024 * 1024;
