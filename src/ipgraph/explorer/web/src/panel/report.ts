// The report of the chain as a file, in the language and for the region shown.

import { path } from "../api/client";
import { h } from "../dom";
import { say } from "../strings";
import type { Context } from "./context";
import { section } from "./parts";

const FORMATS = ["docx", "pdf", "html", "xlsx"] as const;

export function report({ state, map }: Context): HTMLElement {
  const { lang, region } = state;
  const links = FORMATS.map((format) =>
    h("a", { class: "file", href: path(["chains", map.id, "report"], { format, region, lang }), download: "", "aria-label": say(lang, "reportIn", format) }, format),
  );
  return section(say(lang, "report"), h("p", { class: "files" }, ...links));
}
