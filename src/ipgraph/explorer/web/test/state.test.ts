import { describe, expect, it } from "vitest";
import { address, ALL_PARTNERS, changed, EMPTY, nodeParts, parse, type State } from "../src/state";

const FULL: State = {
  chain: "xsy:锂电池", region: "370000", enterprise: "", within: "country", segment: "xsy:2.1/1&#?", node: "", view: "match", need: "耐热 & 隔膜?", status: "active",
  licence: "any", owner: "institution", role: "licenses", kind: "Institution", relation: "known", place: "430000", q: "正极 a=b", lang: "en",
};

describe("the address bar", () => {
  it("gives back any state it was given", () => {
    for (const state of [EMPTY, FULL, { ...FULL, segment: "", node: "Team/中南大学#张三@中南大学" }]) {
      expect(parse(address(state))).toEqual(state);
    }
  });
  it("is bare for the empty state and leaves Chinese out", () => {
    expect(address(EMPTY)).toBe("?");
    expect(address({ ...EMPTY, chain: "c" })).toBe("?chain=c");
  });
  it("keeps a need to the browser", () => {
    expect(address({ ...EMPTY, view: "match", need: "耐热 #1" })).toMatch(/^\?view=match#need=[^#?]*$/);
    expect(parse("?need=耐热").need).toBe("");
  });
  it("takes an unknown language for Chinese and ignores strangers", () => {
    expect(parse("?lang=fr&view=other&utm=1&chain=c")).toEqual({ ...EMPTY, chain: "c" });
  });
});

describe("a change", () => {
  it("of the chain forgets the segment, unless one is given", () => {
    expect(changed(FULL, { chain: "other" }).segment).toBe("");
    expect(changed(FULL, { chain: "other", segment: "s" }).segment).toBe("s");
    expect(changed(FULL, { chain: FULL.chain }).segment).toBe(FULL.segment);
  });
  it("lets segment and node take each other's place", () => {
    expect(changed(FULL, { node: "Patent/CN1" })).toMatchObject({ node: "Patent/CN1", segment: "" });
    expect(changed({ ...FULL, segment: "", node: "Patent/CN1" }, { segment: "s" })).toMatchObject({ node: "", segment: "s" });
  });
});

describe("what partners are held to", () => {
  it("stays while the same is looked at, and is forgotten with it", () => {
    expect(changed(FULL, { role: "buys" })).toMatchObject({ role: "buys", kind: "Institution", place: "430000" });
    expect(changed(FULL, { lang: "zh" })).toMatchObject({ role: "licenses", relation: "known" });
    expect(changed(FULL, { node: "Enterprise/宁德时代" })).toMatchObject(ALL_PARTNERS);
    expect(changed(FULL, { segment: "" })).toMatchObject(ALL_PARTNERS);
  });
});

describe("a viewpoint", () => {
  it("is a region or a holder", () => {
    expect(changed(FULL, { enterprise: "宁德时代" })).toMatchObject({ region: "", enterprise: "宁德时代", within: "country" });
    expect(changed({ ...EMPTY, enterprise: "宁德时代" }, { region: "370000" })).toMatchObject({ region: "370000", enterprise: "" });
  });
  it("of the country is compared with the world alone", () => {
    expect(changed(FULL, { region: "" }).within).toBe("");
  });
});

it("a node's id may hold slashes", () => {
  expect(nodeParts("TechClass/H01M10/0525")).toEqual(["TechClass", "H01M10/0525"]);
});
