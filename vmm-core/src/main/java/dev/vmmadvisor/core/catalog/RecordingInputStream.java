package dev.vmmadvisor.core.catalog;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that keeps what was read from it, so it is read once and not further than needed. */
final class RecordingInputStream extends FilterInputStream {

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  RecordingInputStream(InputStream in) {
    super(in);
  }

  byte[] bytes() {
    return kept.toByteArray();
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    if (read >= 0) {
      kept.write(read);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count > 0) {
      kept.write(bytes, offset, count);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
