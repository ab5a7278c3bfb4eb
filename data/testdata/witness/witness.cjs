// Validates the data package in the folder given as the argument with tools
// that no one here wrote, and exits with 1 if any of them objects:
//   ajv          the descriptor against profile.json, which is narrower than the
//                published profile of Data Package 2.0: what fits it fits that
//   datapackage  all tables: types, constraints, keys and relations
const path = require("path");
const Ajv = require("ajv");
const addFormats = require("ajv-formats");
const { Package } = require("datapackage");

const folder = path.resolve(process.argv[2] ?? "../..");
const descriptor = path.join(folder, "datapackage.json");

function profile() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const valid = ajv.compile(require("./profile.json"));
  if (!valid(require(descriptor))) {
    for (const e of valid.errors) console.error(`ajv: ${e.instancePath} ${e.message}`);
    return false;
  }
  console.log("ajv: the descriptor fits the profile");
  return true;
}

async function tables() {
  const pack = await Package.load(descriptor, { basePath: folder });
  let sound = pack.valid;
  for (const e of pack.errors) console.error(`datapackage: ${e.message}`);
  for (const resource of pack.resources) {
    try {
      await resource.checkRelations();
      const rows = await resource.read({ relations: true, keyed: true });
      console.log(`datapackage: ${resource.name}, ${rows.length} rows`);
    } catch (e) {
      sound = false;
      for (const one of e.errors?.length ? e.errors : [e]) console.error(`datapackage: ${resource.name}: ${one.message}`);
    }
  }
  return sound;
}

(async () => process.exit(profile() & (await tables()) ? 0 : 1))();
