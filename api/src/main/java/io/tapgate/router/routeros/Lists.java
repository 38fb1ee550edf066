package io.tapgate.router.routeros;

import io.tapgate.router.Router;

/** The three lists of one router, by the names they have there. */
record Lists(ListName deny, ListName permit, ListName ban) {
  Lists {
    if (deny.equals(permit) || permit.equals(ban) || ban.equals(deny)) {
      throw new IllegalArgumentException("the three lists need three different names");
    }
  }

  static Lists of(Router.ListNames names) {
    return new Lists(
        new ListName(names.deny()), new ListName(names.permit()), new ListName(names.ban()));
  }
}
