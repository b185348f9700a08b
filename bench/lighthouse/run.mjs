// Runs Lighthouse on every address that comes in, one a line, in one Chromium. Its result goes out as a
// line of JSON. Ends when its input does.

import readline from "node:readline";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const chrome = await launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: JSON.parse(process.env.CHROME_FLAGS),
});
try {
  for await (const address of readline.createInterface({ input: process.stdin })) {
    const flags = { port: chrome.port, logLevel: "silent", disableFullPageScreenshot: true };
    const { lhr } = await lighthouse(address, flags);
    process.stdout.write(`${JSON.stringify(lhr)}\n`);
  }
} finally {
  chrome.kill();
}
