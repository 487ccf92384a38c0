import { describe, expect, it } from "vitest";
import type { Gap, Legend, MeasureItem, Test } from "../src/api/types";
import { condition, fired } from "../src/panel/basis";

const measure = (key: string, zh: string, format: string): MeasureItem =>
  ({ key, zh, en: key, zh_unit: "", en_unit: "", format, zh_doc: "", en_doc: "", main: true });
const LEGEND: Legend = {
  sample: false, statuses: [], evidence: [], nodes: [], edges: [], codes: [],
  measures: [measure("foreign", "境外占比", "share"), measure("local_share", "本地质量份额", "share"), measure("hhi", "集中度", "number")],
};
const test = (status: string, name: string, sign: string, threshold: number, value: number, met: boolean): Test =>
  ({ status, measure: name, sign, threshold, value, met });

describe("a test in words", () => {
  it("has shares in per cent", () =>
    expect(condition(test("fragile", "foreign", ">", 0.5, 0.646, true), LEGEND, "zh")).toBe("境外占比 > 50%"));
  it("names the median it is held against, and says when that cannot be undercut", () => {
    expect(condition(test("weak", "local_share", "<", 0.111, 0.2, false), LEGEND, "zh")).toBe("本地质量份额 < 同阶段中位数 11.1%");
    expect(condition(test("weak", "local_share", "<", 0, 0, false), LEGEND, "zh")).toContain("中位数为 0 时无法触发");
  });
});

it("a status with alternatives says which of them fired", () => {
  const gap = { status_code: "fragile", status_basis: [
    test("fragile", "cut", "=", 1, 1, true), test("fragile", "hhi", ">", 0.4, 0.1, false), test("fragile", "foreign", ">", 0.5, 0.646, true),
  ] } as unknown as Gap;
  expect(fired(gap, LEGEND, "zh")).toBe("触发条件:境外占比 64.6% > 50%");
  expect(fired({ ...gap, status_code: "choked" }, LEGEND, "zh")).toBe("");
});
