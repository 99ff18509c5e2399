package dev.vmmadvisor.core.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.ValueSet;
import java.io.IOException;
import java.util.Map;

/** The summary of a Recommendation document: the best VMM, its certainty, and the missing facts. */
record SummaryLine(Recommendation recommendation) implements JsonLine {

  @Override
  public void writeFieldsTo(JsonGenerator json) throws IOException {
    if (recommendation.best().isPresent()) {
      json.writeStringField("best", recommendation.best().get().id());
    }
    json.writeStringField("certainty", recommendation.certainty().id());
    json.writeArrayFieldStart("missingFacts");
    for (MissingFact missing : recommendation.missingFacts()) {
      write(missing, json);
    }
    json.writeEndArray();
  }

  private static void write(MissingFact missing, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("fact", missing.fact().path());
    json.writeObjectFieldStart("outcomes");
    for (Map.Entry<ValueSet, String> outcome : missing.outcomes().entrySet()) {
      json.writeStringField(outcome.getKey().notation(), outcome.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
