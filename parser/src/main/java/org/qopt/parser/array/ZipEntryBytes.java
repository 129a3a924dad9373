package org.qopt.parser.array;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The uncompressed bytes of an entry of an archive, as a stream that is opened again to go back. A
 * stored entry is skipped through at once, a compressed one is inflated. The checksum is compared
 * when the entry has been read from its first byte to its last.
 */
final class ZipEntryBytes implements ByteSource {
  private final ZipFile archive;
  private final ZipEntry entry;
  private final CRC32 checksum = new CRC32();
  private InputStream stream = InputStream.nullInputStream();
  private long position = Long.MAX_VALUE;
  private boolean complete;

  ZipEntryBytes(ZipFile archive, ZipEntry entry) {
    this.archive = archive;
    this.entry = entry;
  }

  @Override
  public long size() {
    return entry.getSize();
  }

  @Override
  public synchronized void read(long from, byte[] target) throws IOException {
    if (from < position) {
      restart();
    }
    if (from > position) {
      stream.skipNBytes(from - position);
      complete = false;
    }
    int count = stream.readNBytes(target, 0, target.length);
    position = from + count;
    if (count < target.length) {
      throw new EOFException();
    }
    checksum.update(target);
    if (complete && position == size() && checksum.getValue() != entry.getCrc()) {
      throw new ZipException("the checksum does not match the data");
    }
  }

  private void restart() throws IOException {
    stream.close();
    stream = archive.getInputStream(entry);
    position = 0;
    complete = true;
    checksum.reset();
  }
}
