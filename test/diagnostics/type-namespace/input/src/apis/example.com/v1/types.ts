export namespace storage {
  export interface Disk {
    size: string;
  }
}

export interface DatabaseSpec {
  disk: storage.Disk;
}
