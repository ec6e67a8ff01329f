// Opens pages of the HTML report in headless Chromium at two widths, light and dark, and fails on console errors, requests to anywhere,
// sideways overflow, and whatever axe-core finds about contrast, landmarks, names and order.
//
// usage: node check.mjs [--screenshots DIR] PAGE...; the screenshots are of the wide page in light and the narrow one in dark
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const WIDTHS = [360, 1440];
const SCHEMES = ["light", "dark"];
/** How much of the page a screenshot shows, in pixels. */
const SHOWN = 1350;
const CHROMIUM = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const pages = process.argv.slice(2);
const screenshots = pages[0] === "--screenshots" ? pages.splice(0, 2)[1] : undefined;
const executablePath = CHROMIUM.find((path) => path && existsSync(path));
if (pages.length === 0 || executablePath === undefined) {
  console.error("usage: node check.mjs [--screenshots DIR] PAGE...; Chromium is expected in CHROMIUM or " + CHROMIUM.slice(1).join(", "));
  process.exit(2);
}
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await puppeteer.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
const problems = [];
for (const file of pages) {
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      const about = `${file} at ${width} px, ${scheme}`;
      for (const problem of await look(file, width, scheme)) {
        problems.push(`${about}: ${problem}`);
      }
    }
  }
}
await browser.close();
problems.forEach((problem) => console.error(problem));
console.log(`${pages.length * WIDTHS.length * SCHEMES.length - new Set(problems.map((p) => p.split(": ")[0])).size} passed, ${problems.length} failed`);
process.exit(problems.length === 0 ? 0 : 1);

async function look(file, width, scheme) {
  const found = [];
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  await page.setViewport({ width, height: 900, deviceScaleFactor: 1, isMobile: width < 500, hasTouch: width < 500 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  page.on("console", (message) => message.type() === "error" && found.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  const own = pathToFileURL(resolve(file)).href;
  page.on("request", (request) => !request.url().startsWith(own) && found.push(`asks for ${request.url()}`));
  await page.goto(own, { waitUntil: "load" });
  found.push(...(await overflow(page)).map((text) => `as it opens, ${text}`));
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
  found.push(...(await overflow(page)).map((text) => `all unfolded, ${text}`));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const violation of violations) {
    const nodes = violation.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.any.map((check) => check.message).join("; ")}`);
    found.push(`${violation.id}: ${violation.help} (${violation.nodes.length}): ${nodes.join(" | ")}`);
  }
  for (const landmark of ["header", "nav", "main", "footer"]) {
    if ((await page.$$(`body > ${landmark}`)).length !== 1) {
      found.push(`has not one ${landmark}`);
    }
  }
  if (screenshots && (width > 500) === (scheme === "light")) {
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = false)));
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({
      path: `${screenshots}/${basename(file, ".html").replace("index", "report")}-${width}-${scheme}.png`,
      clip: { x: 0, y: 0, width, height: SHOWN },
      captureBeyondViewport: true,
    });
  }
  await page.close();
  return found;
}

/** What is wider than the window, apart from what scrolls by itself. */
async function overflow(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > window.innerWidth;
    const culprits = wide
      ? [...document.querySelectorAll("body *")]
          .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1 && !each.closest(".scroll, pre, nav ul, svg"))
          .slice(0, 3)
          .map((each) => `${each.tagName.toLowerCase()}.${each.className}`)
      : [];
    return wide ? [`the page is ${document.documentElement.scrollWidth} px wide in ${window.innerWidth}: ${culprits.join(", ")}`] : [];
  });
}
