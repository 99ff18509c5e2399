package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.List;

/** Writes changes as the list of their subjects, as the document has the changes elsewhere. */
final class SubjectsSerializer extends JsonSerializer<List<Difference.Change>> {

  @Override
  public void serialize(
      List<Difference.Change> changes, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    generator.writeStartArray();
    for (Difference.Change change : changes) {
      generator.writeString(change.subject());
    }
    generator.writeEndArray();
  }
}
