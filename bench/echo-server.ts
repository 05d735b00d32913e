/** The barest server that could answer a shopper: Socket.IO with the gateway's options, and an acknowledgement. */
import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const server = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false });
server.on("connection", (socket) => {
  socket.on("echo", (message: unknown, acknowledge: (message: unknown) => void) => acknowledge(message));
});
http.listen(0, "127.0.0.1", () => {
  const address = http.address();
  if (typeof address === "object" && address) console.log(`listening on http://127.0.0.1:${address.port}`);
});
