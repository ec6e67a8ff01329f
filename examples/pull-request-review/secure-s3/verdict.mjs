// What a comparison means for a pull request. It reads the results of review.sh and talks to nobody.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const MARK = "<!-- secure-s3 diff -->\n";
const CHANGE = /^<!-- secure-s3 diff -->\n<!-- change ([0-9a-f]{64}) -->\n/;
const LARGEST = { "comment.md": 65_000, "diff.json": 64_000_000, "findings.sarif": 64_000_000, "base-ref.txt": 1_000 };

/** A file of the results. */
export function result(directory, name) {
  const path = join(directory, name);
  const size = statSync(path).size;
  if (size === 0 || size > LARGEST[name]) {
    throw new Error(`${name} has ${size} bytes; 1 to ${LARGEST[name]} are expected`);
  }
  return readFileSync(path, "utf8");
}

/** The results: the verdict, how many changes are open, what identifies the change, and the comment. */
export function results(directory) {
  const text = result(directory, "diff.json");
  const diff = JSON.parse(text);
  if (!["weakened", "changed", "unchanged"].includes(diff.verdict)) {
    throw new Error("diff.json has no verdict that is known here");
  }
  const comment = result(directory, "comment.md");
  if (!comment.startsWith(MARK)) {
    throw new Error("comment.md does not begin with its mark");
  }
  const open = diff.findings.filter((each) => !each.accepted && ["weakened", "undecided"].includes(each.direction));
  const change = createHash("sha256").update(text).digest("hex");
  return { verdict: diff.verdict, open: open.length, change, comment };
}

/** Whether a comment is one of ours; who wrote it is for the caller to know. */
export function isOurs(body) {
  return body.replaceAll("\r\n", "\n").startsWith(MARK);
}

/**
 * Whether the change may pass. A label accepts what the comment showed when the label was set: it counts while the change is that one, and is
 * taken away where it is another or nothing is weaker any more.
 */
export function decide({ verdict, change }, labelled, shown) {
  const before = CHANGE.exec((shown ?? "").replaceAll("\r\n", "\n"));
  const weakened = verdict === "weakened";
  const approved = weakened && labelled && before !== null && before[1] === change;
  return { passes: !weakened || approved, approved, takeAway: labelled && !approved };
}

/** The text of the comment, which carries what identifies the change. */
export function body({ verdict, change, comment }, decision, label) {
  let more = "";
  if (decision.approved) {
    more = `\nAccepted by the label \`${label}\`, for as long as this comment stays the same.\n`;
  } else if (verdict === "weakened") {
    more =
      `\nTo accept this, set the label \`${label}\`, or add an entry with a reason and a last day to` +
      " `secure-s3/accepted.yaml`. The label counts for what stands here: another change takes it away.\n";
  }
  return `${MARK}<!-- change ${change} -->\n${comment.slice(MARK.length)}${more}`;
}

/** One line, for a status or a log. */
export function summary({ verdict, open }, decision, label) {
  if (verdict !== "weakened") {
    return verdict;
  }
  const changes = `${open} ${open === 1 ? "change" : "changes"}`;
  return decision.approved ? `weakened by ${changes}, accepted by the label ${label}` : `weakened by ${changes}`;
}
