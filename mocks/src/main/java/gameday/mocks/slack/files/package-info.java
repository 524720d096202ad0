/**
 * Files that were uploaded to Slack: what is known of each, and their bytes within a bound.
 *
 * <p>Start with {@link gameday.mocks.slack.files.FileStore}. Knows nothing of channels beyond their
 * ids, and neither HTTP nor JSON.
 */
package gameday.mocks.slack.files;
