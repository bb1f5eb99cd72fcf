export default interface DatabaseSpec {
  user: string;
}

interface Other {
  user: string;
}

export { Other as default };
