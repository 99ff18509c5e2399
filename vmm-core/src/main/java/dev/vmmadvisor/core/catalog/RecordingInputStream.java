package dev.vmmadvisor.core.catalog;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Records the bytes that are read from a stream, so that the stream is read only once. */
final class RecordingInputStream extends FilterInputStream {

  private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();

  RecordingInputStream(InputStream in) {
    super(in);
  }

  byte[] bytes() {
    return recorded.toByteArray();
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    if (read >= 0) {
      recorded.write(read);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count > 0) {
      recorded.write(bytes, offset, count);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
