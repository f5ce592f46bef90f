import type { CDPSession } from '@playwright/test';

/** What a page loads and what goes over its websockets, counted by the browser. */
export class PageTraffic {
  /** Bytes of script and style sheets as they came over the network, by address; without headers. */
  readonly #code = new Map<string, number>();
  readonly #urlOf = new Map<string, string>();
  #receivedBytes = 0;
  #sentBytes = 0;

  static async watch(devTools: CDPSession): Promise<PageTraffic> {
    const traffic = new PageTraffic();
    await devTools.send('Network.enable');
    devTools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      if (type === 'Script' || type === 'Stylesheet') traffic.#urlOf.set(requestId, request.url);
    });
    devTools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      const url = traffic.#urlOf.get(requestId);
      if (url !== undefined) traffic.#code.set(url, (traffic.#code.get(url) ?? 0) + encodedDataLength);
    });
    devTools.on('Network.webSocketFrameReceived', ({ response }) => {
      traffic.#receivedBytes += bytesOf(response);
    });
    devTools.on('Network.webSocketFrameSent', ({ response }) => {
      traffic.#sentBytes += bytesOf(response);
    });
    return traffic;
  }

  /** What went over its websockets so far, bytes. */
  get total(): { readonly receivedBytes: number; readonly sentBytes: number } {
    return { receivedBytes: this.#receivedBytes, sentBytes: this.#sentBytes };
  }

  /** All script and style sheets that were loaded so far, bytes on the wire. */
  get codeBytes(): number {
    return [...this.#code.values()].reduce((total, bytes) => total + bytes, 0);
  }
}

/** Binary payloads are told as base64. */
function bytesOf({ opcode, payloadData }: { opcode: number; payloadData: string }): number {
  return opcode === 2 ? Math.floor((payloadData.length * 3) / 4) : Buffer.byteLength(payloadData);
}
