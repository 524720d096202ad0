package gameday.pipeline.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
  private static Optional<String> fault(String url) {
    return new Database.Postgres(url, "gameday", "hunter2").fault();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example/gameday",
        "jdbc:postgresql://db.example:5433/gameday?sslmode=verify-full&currentSchema=horizon",
        "jdbc:postgresql://one:5432,two:5432/gameday?targetServerType=primary",
        "jdbc:postgresql:gameday"
      })
  void takesWhatTheDriverTakes(String url) {
    assertEquals(Optional.empty(), fault(url));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://db/gameday, postgres://db/gameday",
    "jdbc:mysql://db/gameday?a=b, jdbc:mysql://db/gameday",
    "jdbc:postgresql://db:many/gameday, jdbc:postgresql://db:many/gameday"
  })
  void saysWhatItShouldBeLike(String url, String shown) {
    assertEquals(
        Optional.of("must be like jdbc:postgresql://host/db, was '" + shown + "'"), fault(url));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db/gameday?user=a&PassWord=hunter2, jdbc:postgresql://db/gameday",
    "jdbc:postgresql://a:hunter2@db/gameday, jdbc:postgresql://…@db/gameday"
  })
  void wantsNoPasswordInTheUrlAndDoesNotRepeatIt(String url, String shown) {
    assertEquals(
        Optional.of("must hold no password (GAMEDAY_DATABASE_PASSWORD does), was '" + shown + "'"),
        fault(url));
  }

  @Test
  void showsNoPasswordWhenItIsPrinted() {
    Database.Postgres database =
        new Database.Postgres("jdbc:postgresql://db/gameday", "gameday", "hunter2");

    assertFalse(database.toString().contains("hunter2"));
  }
}
