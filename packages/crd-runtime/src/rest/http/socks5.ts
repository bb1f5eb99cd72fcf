import type { Socket } from "node:net";

/** RFC 1928. */
const version = 5;
const methods = { none: 0, password: 2 } as const;
const connectCommand = 1;
const domainName = 3;
/** Bytes of an address in an answer, by its type; a domain name tells its own length. */
const addressLengths: ReadonlyMap<number, number> = new Map([
  [1, 4],
  [4, 16],
]);

const failures: ReadonlyMap<number, string> = new Map([
  [1, "general failure"],
  [2, "not allowed by its rules"],
  [3, "network unreachable"],
  [4, "host unreachable"],
  [5, "connection refused"],
  [6, "time to live expired"],
  [7, "command not supported"],
  [8, "address type not supported"],
]);

/**
 * Asks a SOCKS5 proxy, on a connected socket, to connect to a server; the proxy resolves its name.
 * When it returns, the socket speaks to the server.
 *
 * @throws Error when the proxy refuses
 */
export async function socks5Connect(input: {
  readonly socket: Socket;
  readonly hostname: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
}): Promise<void> {
  const { socket, hostname, port, username, password } = input;
  const withPassword = username !== "";
  socket.write(Buffer.from([version, 1, withPassword ? methods.password : methods.none]));
  const [, method] = await read({ socket, length: 2 });
  if (method !== (withPassword ? methods.password : methods.none)) {
    throw new Error("the SOCKS5 proxy does not accept the way of authentication");
  }
  if (withPassword) {
    // RFC 1929.
    socket.write(Buffer.concat([Buffer.from([1]), counted(username), counted(password)]));
    const [, status] = await read({ socket, length: 2 });
    if (status !== 0) {
      throw new Error("the SOCKS5 proxy does not accept username and password");
    }
  }
  socket.write(
    Buffer.concat([
      Buffer.from([version, connectCommand, 0, domainName]),
      counted(hostname),
      Buffer.from([port >> 8, port & 0xff]),
    ]),
  );
  const [, reply = 1, , addressType = 0] = await read({ socket, length: 4 });
  if (reply !== 0) {
    throw new Error(
      `the SOCKS5 proxy cannot connect to ${hostname}:${port}: ${failures.get(reply) ?? `code ${reply}`}`,
    );
  }
  const length = addressLengths.get(addressType) ?? (await read({ socket, length: 1 }))[0] ?? 0;
  await read({ socket, length: length + 2 });
}

function counted(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length > 255) {
    throw new Error("names and passwords for a SOCKS5 proxy have at most 255 bytes");
  }
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

/** Exactly so many bytes; what follows stays in the socket. */
async function read(input: { readonly socket: Socket; readonly length: number }): Promise<Buffer> {
  const { socket, length } = input;
  return await new Promise<Buffer>((resolve, reject) => {
    const onReadable = (): void => {
      const bytes: Buffer | null = socket.read(length);
      if (bytes !== null) {
        done();
        resolve(bytes);
      }
    };
    const onEnd = (): void => {
      done();
      reject(new Error("the SOCKS5 proxy closed the connection"));
    };
    const onError = (error: Error): void => {
      done();
      reject(error);
    };
    const done = (): void => {
      socket.off("readable", onReadable);
      socket.off("end", onEnd);
      socket.off("close", onEnd);
      socket.off("error", onError);
    };
    socket.on("readable", onReadable);
    socket.on("end", onEnd);
    socket.on("close", onEnd);
    socket.on("error", onError);
    onReadable();
  });
}
