/**
 * Slack's own SDKs, unmodified, run against the mocks: the calls and flows of {@code calls.json},
 * in Java here and by the Node programs in {@code src/test/node}.
 *
 * <p>Start with {@link gameday.mocks.sdk.CallList}; {@link gameday.mocks.sdk.JavaSdkTest} and
 * {@link gameday.mocks.sdk.NodeSdkTest} run it.
 */
package gameday.mocks.sdk;
