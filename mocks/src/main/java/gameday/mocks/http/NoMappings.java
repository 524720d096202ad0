package gameday.mocks.http;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/** Keeps WireMock from loading mapping files that lie in the working directory by chance. */
final class NoMappings implements MappingsSource {
  @Override
  public void loadMappingsInto(StubMappings mappings) {}

  @Override
  public void save(List<StubMapping> mappings) {}

  @Override
  public void save(StubMapping mapping) {}

  // WireMock demands it although it will go.
  @SuppressWarnings("removal")
  @Override
  public void remove(StubMapping mapping) {}

  @Override
  public void removeAll() {}
}
