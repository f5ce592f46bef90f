import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Bytes of the salt that stands before the hash. */
const saltBytes = 16;
const hashBytes = 32;

/** What the database holds of a link's password: salt and scrypt (RFC 7914, N = 16384, r = 8, p = 1), one behind the other. */
export async function hashLinkPassword(password: string): Promise<Uint8Array> {
  const salt = randomBytes(saltBytes);
  return Buffer.concat([salt, await derive(password, salt)]);
}

/** Whether it is the password that the hash was made of. */
export async function isLinkPassword(password: string, stored: Uint8Array): Promise<boolean> {
  const derived = await derive(password, stored.subarray(0, saltBytes));
  return timingSafeEqual(derived, stored.subarray(saltBytes));
}

/** The same letters typed on another keyboard are the same password. */
function derive(password: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, hashBytes, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
