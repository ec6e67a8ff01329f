// Calls to the API of a forge.

/** An API below this address with these headers. */
export function api(address, headers) {
  /** The answer: JSON, or text where it is asked for raw; null where it is one of the codes that are allowed besides success. */
  return async function call(method, path, { body, query = {}, allowed = [], raw } = {}) {
    const url = new URL(address.replace(/\/$/, "") + path);
    for (const [name, value] of Object.entries(query)) {
      url.searchParams.set(name, value);
    }
    const response = await fetch(url, {
      method,
      headers: {
        "User-Agent": "secure-s3",
        ...headers,
        ...(raw ? { Accept: raw } : {}),
        ...(body ? { "Content-Type": "application/json" } : {}),
      },
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(60_000),
    });
    if (allowed.includes(response.status)) {
      return null;
    }
    if (!response.ok) {
      const said = (await response.text()).replaceAll(/[^\x20-\x7e]/g, " ").slice(0, 300);
      throw new Error(`${method} ${path} was answered ${response.status}: ${said}`);
    }
    const text = await response.text();
    return raw ? text : text === "" ? {} : JSON.parse(text);
  };
}

/** All pages of a list. */
export async function pages(call, path, query = {}) {
  const all = [];
  for (let page = 1; page <= 50; page++) {
    const some = await call("GET", path, { query: { ...query, per_page: 100, page } });
    all.push(...some);
    if (some.length < 100) {
      return all;
    }
  }
  throw new Error(`${path} has more than 50 pages`);
}

/** A variable of the environment that has to look like this. */
export function variable(name, pattern) {
  const value = process.env[name] ?? "";
  if (!pattern.test(value)) {
    throw new Error(`${name} is missing or not of its form`);
  }
  return value;
}

/** Runs one of these commands by the first argument, and turns a failure into one line. */
export async function run(commands) {
  const [name, ...rest] = process.argv.slice(2);
  try {
    if (!Object.hasOwn(commands, name)) {
      throw new Error(`give one of the commands ${Object.keys(commands).join(", ")}`);
    }
    process.exitCode = (await commands[name](...rest)) ?? 0;
  } catch (problem) {
    console.error(`secure-s3: ${problem.message}`);
    process.exitCode = 2;
  }
}
