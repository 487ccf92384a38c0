import { describe, expect, it } from "vitest";
import type { Found, RegionItem } from "../src/api/types";
import { path } from "../src/api/client";
import { firstChain, remembered } from "../src/data";
import { found, groups, regionOptions } from "../src/search";

const hit = (kind: string, id: string, chain: string | null = null): Found => ({ kind, id, name: id, name_en: null, chain });
const region = (id: string, name: string, name_en: string | null): RegionItem => ({ id, name, name_en, level: null, parent: null });
const REGIONS = [region("370000", "山东", "Shandong"), region("140000", "山西", "Shanxi"), region("430000", "湖南", null)];

describe("search", () => {
  it("keeps a kind together and shows an id only where it is not the name", () => {
    const options = groups([hit("Patent", "p"), hit("Segment", "s"), { ...hit("Patent", "q"), name: "标题" }], "zh", (kind) => `<${kind}>`, (id) => id);
    expect(options.map((one) => [one.value, one.group, one.note])).toEqual([
      ["Patent/p", "<Patent>", undefined], ["Patent/q", "<Patent>", "q"], ["Segment/s", "<Segment>", undefined]]);
  });
  it("names the chain beside a segment", () => {
    const [option] = groups([{ ...hit("Segment", "s", "c"), name: "隔膜" }], "zh", String, (id) => `链 ${id}`);
    expect(option).toMatchObject({ label: "隔膜", note: "链 c" });
  });
  it("leads to the map, the region or the panel", () => {
    expect(found(hit("Segment", "s", "c"))).toEqual({ chain: "c", segment: "s" });
    expect(found(hit("Segment", "s"))).toEqual({ segment: "s" });
    expect(found(hit("Chain", "c"))).toEqual({ chain: "c", segment: "", node: "" });
    expect(found(hit("Region", "370000"))).toEqual({ region: "370000" });
    expect(found(hit("TechClass", "H01M10/0525"))).toEqual({ node: "TechClass/H01M10/0525" });
  });
});

describe("regions", () => {
  it("begin with all of them, then those that begin with the text", () => {
    expect(regionOptions(REGIONS, "", "zh").map((one) => one.value)).toEqual(["", "370000", "140000", "430000"]);
    expect(regionOptions(REGIONS, "shand", "en").map((one) => one.label)).toEqual(["Shandong"]);
    expect(regionOptions(REGIONS, "４３", "zh").map((one) => one.value)).toEqual(["430000"]);
    expect(regionOptions(REGIONS, "东", "zh").map((one) => one.value)).toEqual(["370000"]);
    expect(regionOptions(REGIONS, "火星", "zh")).toEqual([]);
  });
});

it("addresses escape every part", () => {
  expect(path(["chains", "x:锂/电池", "gaps"], { region: "" })).toBe("api/v1/chains/x%3A%E9%94%82%2F%E7%94%B5%E6%B1%A0/gaps");
  expect(path(["search"], { q: "a&b", limit: 3 })).toBe("api/v1/search?q=a%26b&limit=3");
});

it("begins with the chain that is linked best", () => {
  const chain = (id: string, segments: number, feeds: number) => ({ id, name: id, name_en: null, title: null, segments, feeds, patents: 0 });
  expect(firstChain([chain("a", 90, 0), chain("b", 12, 18), chain("c", 40, 55)])).toBe("c");
  expect(firstChain([])).toBe("");
});

it("asks once, and again after a failure", async () => {
  let asked = 0;
  const ask = remembered(async (id: string) => {
    asked += 1;
    if (asked === 1) throw new Error("down");
    return id;
  });
  await expect(ask("a")).rejects.toThrow("down");
  await expect(ask("a")).resolves.toBe("a");
  await expect(ask("a")).resolves.toBe("a");
  expect(asked).toBe(2);
});
