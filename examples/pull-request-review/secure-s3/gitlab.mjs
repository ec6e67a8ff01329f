// What the job on GitLab does through the API.
//
//   node gitlab.mjs publish RESULTS  writes the note and ends with 1 where the change is weakened and not accepted
import { api, pages, run, variable } from "./api.mjs";
import { body, decide, isOurs, results, summary } from "./verdict.mjs";

const LABEL = "secure-s3-accepted";

const call = api(process.env.CI_API_V4_URL ?? "", { "PRIVATE-TOKEN": process.env.SECURE_S3_TOKEN ?? "" });

async function publish(directory) {
  variable("SECURE_S3_TOKEN", /^.+$/);
  const project = variable("CI_MERGE_REQUEST_PROJECT_ID", /^\d+$/);
  const iid = variable("CI_MERGE_REQUEST_IID", /^\d+$/);
  const sha = process.env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || variable("CI_COMMIT_SHA", /^[0-9a-f]{40}$/);
  const path = `/projects/${project}/merge_requests/${iid}`;
  const request = await call("GET", path);
  if (request.sha !== sha) {
    console.log("the merge request stands at another commit by now");
    return 0;
  }
  const found = results(directory);
  const me = await call("GET", "/user");
  const notes = await pages(call, `${path}/notes`, { sort: "asc", order_by: "created_at" });
  const own = notes.find((each) => each.author.id === me.id && isOurs(each.body));
  const labelled = request.labels.includes(LABEL);
  const decision = decide(found, labelled, own?.body);
  // First the label, then the note: what ends in between leaves nothing accepted that nobody has seen.
  if (decision.takeAway) {
    await call("PUT", path, { body: { remove_labels: LABEL } });
  }
  const text = { body: body(found, decision, LABEL) };
  if (own) {
    await call("PUT", `${path}/notes/${own.id}`, { body: text });
  } else {
    await call("POST", `${path}/notes`, { body: text });
  }
  console.log(summary(found, decision, LABEL));
  return decision.passes ? 0 : 1;
}

await run({ publish });
