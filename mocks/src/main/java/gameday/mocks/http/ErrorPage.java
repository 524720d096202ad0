package gameday.mocks.http;

/** The pages that stand between a product and its callers say something of their own. */
public final class ErrorPage {
  private static final String HTML = "text/html";
  private static final int OK = 200;

  private ErrorPage() {}

  /** A proxy's page for {@code status}; one that claims 200 asks to come back later. */
  public static Answer of(int status, String outcome) {
    return status == OK
        ? Answer.text(OK, HTML + "; charset=utf-8", maintenance(), outcome)
        : Answer.text(status, HTML, proxied(status + " " + reason(status)), outcome);
  }

  // As nginx writes it.
  private static String proxied(String title) {
    return """
        <html>
        <head><title>%s</title></head>
        <body>
        <center><h1>%s</h1></center>
        <hr><center>nginx</center>
        </body>
        </html>
        """
        .formatted(title, title)
        .replace("\n", "\r\n");
  }

  private static String maintenance() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>We'll be right back</title></head>
        <body>
        <h1>We'll be right back</h1>
        <p>Scheduled maintenance. Please try again later.</p>
        </body>
        </html>
        """;
  }

  /** What HTTP calls {@code status}. */
  public static String reason(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 422 -> "Unprocessable Entity";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> status < 500 ? "Client Error" : "Server Error";
    };
  }
}
