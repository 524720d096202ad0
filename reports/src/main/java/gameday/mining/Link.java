package gameday.mining;

/** A qualified relation to an object. */
record Link(Qualifier qualifier, ObjectType type, String objectId) {
  Link(Qualifier qualifier, ObjectType type, long own) {
    this(qualifier, type, type.id(String.valueOf(own)));
  }
}
