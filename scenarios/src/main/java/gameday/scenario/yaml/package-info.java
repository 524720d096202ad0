/**
 * Scenarios as YAML files: reading them with all their faults at once, writing them back with every
 * default filled in, and the JSON Schema editors use.
 *
 * <p>Start with {@link gameday.scenario.yaml.ScenarioFile}; {@link gameday.scenario.yaml.Catalog}
 * finds the scenarios that ship with the program. Each setting is declared once, where it is read
 * ({@code ScenarioReading} and its neighbours); the schema comes from the same code. Knows nothing
 * of how objectives are worded.
 */
package gameday.scenario.yaml;
