"""Tedee's behaviours: what no document says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from contract_suite.envelope import Envelope
from docpact.emit import load_document
from docpact.mock import create_app, running, sample_authorization
from docpact.mock.behaviours.tedee.pins import pin_fault
from docpact.mock.clock import SteppingClock

DOCUMENT = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
FRONT, GARDEN, WORKSHOP = 40217, 40218, 40601
UNLOCKED, UNLOCKING, LOCKING, LOCKED, PULLED, PULLING = 2, 4, 5, 6, 7, 8
CARPENTERS = "/organization/310/user-groups/0d6f3b58-41c9-4f7e-a2b6-8c95e7130f4d"
LINKS = "/organization/310/accesslink"
ENVELOPE = Envelope(payload="result", success="success", status="statusCode", messages="errorMessages")


class Api:
    """A client of a mock whose clock stands still until it is stepped."""

    def __init__(self, client: httpx.Client, clock: SteppingClock) -> None:
        self.client, self.clock = client, clock

    def __call__(self, method: str, path: str, status: int = 200, body: Any = None, **query: Any) -> Any:  # noqa: ANN401
        """What an answer with that status and a coherent envelope holds."""
        response = self.client.request(method, path, params=query, json=body)
        assert response.status_code == status, response.text
        if not response.content:
            return None
        content = response.json()
        assert ENVELOPE.find_contradiction(status, content) == ""
        return content.get("result", content) if "errorMessages" in content else content

    def states(self, seconds: int, lock: int = FRONT) -> list[int]:
        """The states that a lock is in, now and second by second, without repetitions."""
        found = [self("GET", f"/my/lock/{lock}/sync")["deviceState"]["state"]]
        for _ in range(seconds):
            self.clock.step(1)
            found.append(self("GET", f"/my/lock/{lock}/sync")["deviceState"]["state"])
        return [state for at, state in enumerate(found) if at == 0 or state != found[at - 1]]

    def status(self, accepted: dict[str, Any]) -> str:
        """How a command went."""
        return str(self("GET", f"/my/device/operation/{accepted['operationId']}")["status"])


@pytest.fixture
def api() -> Iterator[Api]:
    """A client with credentials of a mock of its own."""
    clock = SteppingClock()
    with (
        running(create_app(DOCUMENT, behaviours=["tedee"], clock=clock)) as url,
        httpx.Client(base_url=url, headers={"Authorization": sample_authorization(DOCUMENT)}) as client,
    ):
        yield Api(client, clock)


def command(api: Api, name: str, lock: int = FRONT, **query: int) -> dict[str, Any]:
    """What a command to a lock answers."""
    accepted: dict[str, Any] = api("POST", f"/my/lock/{lock}/operation/{name}", 202, **query)
    return accepted


def test_a_lock_moves_in_time(api: Api) -> None:
    """Unlocking, unlocked; the operation is pending until then. With its setting the spring is pulled, and let go."""
    accepted = command(api, "unlock", mode=3)
    assert api.status(accepted) == "PENDING"
    assert api.states(3) == [UNLOCKING, UNLOCKED]
    assert api.status(accepted) == "COMPLETED"
    command(api, "lock")
    assert api.states(3) == [LOCKING, LOCKED]
    command(api, "unlock")
    assert api.states(6) == [UNLOCKING, PULLING, PULLED, UNLOCKED]
    command(api, "pull")
    assert api.states(6) == [PULLING, PULLED, UNLOCKED]


def test_every_view_shows_the_same_state(api: Api) -> None:
    """Get all, get single, sync, sync single and the devices' details agree."""
    command(api, "unlock", mode=3)
    api.clock.step(5)
    shown = [
        api("GET", f"/my/lock/{FRONT}"),
        api("GET", f"/my/lock/{FRONT}/sync"),
        *[lock for lock in api("GET", "/my/lock") if lock["id"] == FRONT],
        *[lock for lock in api("GET", "/my/lock/sync") if lock["id"] == FRONT],
        *[lock for lock in api("GET", "/my/device/details")["locks"] if lock["id"] == FRONT],
    ]
    assert [lock["deviceState"]["state"] for lock in shown] == [UNLOCKED] * 5


def test_a_command_that_does_not_suit_moves_nothing(api: Api) -> None:
    """It is accepted all the same, as the guide warns; the operation tells its kind."""
    accepted = command(api, "pull")
    assert api.states(4) == [LOCKED]
    operation = api("GET", f"/my/device/operation/{accepted['operationId']}")
    assert (operation["deviceId"], operation["type"], operation["status"]) == (FRONT, 2, "COMPLETED")


def test_unlock_or_pull_does_what_the_state_asks_for(api: Api) -> None:
    """Of an unlocked lock the spring is pulled."""
    command(api, "unlock", mode=3)
    api.clock.step(2)
    command(api, "unlock", mode=4)
    assert api.states(5) == [PULLING, PULLED, UNLOCKED]


def test_a_lock_that_is_offline_stays_pending(api: Api) -> None:
    """Nobody ever hears of it again."""
    accepted = command(api, "lock", GARDEN)
    api.clock.step(60)
    assert api.status(accepted) == "PENDING"


def test_what_happened_is_among_the_activities(api: Api) -> None:
    """The latest first, as many as asked for, before a moment."""
    command(api, "unlock", mode=3)
    api.clock.step(5)
    listed = api("GET", "/my/deviceactivity", deviceId=FRONT)
    assert [entry["date"] for entry in listed] == sorted((entry["date"] for entry in listed), reverse=True)
    assert 33 in [entry["event"] for entry in listed]
    first = api("GET", "/my/deviceactivity", deviceId=FRONT, elements=2)
    assert first == listed[:2]
    assert api("GET", "/my/deviceactivity", deviceId=FRONT, lastElemDate=first[-1]["date"]) == listed[2:]


@pytest.mark.parametrize(
    ("pin", "fault"),
    [("468213", ""), ("11112", "three"), ("23456", "row"), ("98765", "row"), ("13579", ""), ("12121", "three")],
)
def test_rules_for_digits(pin: str, fault: str) -> None:
    """Three different ones at least, and not all in a row."""
    assert fault in pin_fault(pin)
    assert bool(fault) is bool(pin_fault(pin))


def test_pins_live_and_die(api: Api) -> None:
    """Create, read back, update, delete; the list's version grows with each."""
    path = f"/my/lock/{FRONT}/pin"
    version = api("GET", path)["listVersion"]
    api("GET", path, 304, listVersion=version)
    made = api("POST", path, 201, {"alias": "Cat sitter", "pin": "730915", "weekDays": 31})["id"]
    assert (api("GET", f"{path}/{made}")["pin"], api("GET", f"{path}/{made}")["weekDays"]) == ("730915", 31)
    assert made in [pin["id"] for pin in api("GET", path, listVersion=version)["pins"]]
    api("PUT", f"{path}/{made}", 204, {"alias": "Cat sitter", "pin": "730916"})
    assert (api("GET", f"{path}/{made}")["pin"], api("GET", f"{path}/{made}")["weekDays"]) == ("730916", None)
    api("PUT", f"{path}/{made}", 204, {"alias": "Cats", "pin": "730916"})
    api("DELETE", f"{path}/{made}", 204)
    api("GET", f"{path}/{made}", 404)
    api("DELETE", f"{path}/{made}", 404)
    api("PUT", f"{path}/{made}", 404, {"alias": "Cats", "pin": "730916"})
    assert api("GET", path)["listVersion"] == version + 4


def test_a_pin_ends_by_itself(api: Api) -> None:
    """After its end it is not there."""
    path = f"/my/lock/{FRONT}/pin"
    made = api("POST", path, 201, {"alias": "Guest", "pin": "730915", "endDate": "2024-01-01T01:00:00Z"})["id"]
    api("GET", f"{path}/{made}")
    api.clock.step(2 * 3600)
    api("GET", f"{path}/{made}", 404)


PIN = {"alias": "x", "pin": "730915"}
REFUSED: dict[str, tuple[str, str, int, Any]] = {
    "digits that are easy to guess": ("POST", f"/my/lock/{FRONT}/pin", 400, {"alias": "x", "pin": "12345"}),
    "digits that are taken": ("POST", f"/my/lock/{FRONT}/pin", 406, {"alias": "x", "pin": "468213"}),
    "digits that another has": ("PUT", f"/my/lock/{FRONT}/pin/7002", 406, {"alias": "x", "pin": "468213"}),
    "a lock that is offline": ("POST", f"/my/lock/{GARDEN}/pin", 428, PIN),
    "a lock without a keypad": ("GET", f"/my/lock/{WORKSHOP}/pin", 428, None),
    "a lock that is not there": ("POST", "/my/lock/9/pin", 404, PIN),
    "a gate that is offline": ("POST", "/my/gate/40501/operation/unlock", 423, None),
    "a gate that is not there": ("POST", "/my/gate/9/operation/unlock", 404, None),
    "an old revision": ("PATCH", "/my/doorsensor/40400", 409, {"revision": 1}),
    "a link for a device of others": ("POST", LINKS, 404, {"name": "x", "deviceIds": [FRONT]}),
    "access to nothing": ("DELETE", "/my/device/9/access/5b8e07d2-3c64-49af-8d10-f9a26e4b7135", 404, None),
    "a user that is not there": ("PUT", "/organization/310/assignadmin", 404, {"organizationUserId": 9}),
    "an organization that is not there": ("GET", "/organization/9/user", 404, None),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str, api: Api) -> None:
    """Each has its documented status."""
    method, path, status, body = REFUSED[name]
    api(method, path, status, body)


def test_a_lock_has_room_for_so_many_pins(api: Api) -> None:
    """Then 412."""
    digits = [f"{number:05d}" for number in range(10000, 99999, 13)]
    good = iter([pin for pin in digits if not pin_fault(pin)])
    for _ in range(98):
        api("POST", f"/my/lock/{FRONT}/pin", 201, {"alias": "x", "pin": next(good)})
    api("POST", f"/my/lock/{FRONT}/pin", 412, {"alias": "x", "pin": next(good)})


def test_gates_open_and_come_back(api: Api) -> None:
    """One that is taken off the account is back with the next synchronization, under a new id."""
    api("POST", "/my/gate/40500/operation/unlock", 204)
    assert api("POST", "/my/gate/40500/sync")["id"] == 40500
    api("DELETE", "/my/gate/40500", 204)
    api("GET", "/my/gate/40500", 404)
    api("POST", "/my/gate/sync", 204)
    gates = {gate["name"]: gate["id"] for gate in api("GET", "/my/gate")["gates"]}
    assert gates["Driveway gate"] > 40501


def test_a_door_without_a_sensor_has_no_state(api: Api) -> None:
    """`doorState` is 0 once its sensor is gone; before, a change of the sensor moves its revision on."""
    assert api("PATCH", "/my/doorsensor/40400", body={"revision": 2, "name": "Door"})["revision"] == 3
    assert api("GET", "/my/doorsensor/40400")["name"] == "Door"
    api("DELETE", "/my/doorsensor/40400", 204)
    assert api("GET", f"/my/lock/{FRONT}/sync")["deviceState"]["doorState"] == 0


def access_for(email: str) -> dict[str, Any]:
    """A body that gives a person access without limits."""
    times = dict.fromkeys(("dayEndTime", "dayStartTime", "endDate", "startDate", "weekDays"))
    return {**times, "accessLevel": 0, "principalType": 0, "remoteAccessDisabled": False, "userEmail": email}


def test_nobody_has_access_twice(api: Api) -> None:
    """The answer says so, in its `error`; who is unknown is invited, and pending."""
    path = f"/my/device/{GARDEN}/access"
    given = api("POST", path, 201, access_for("new.guest@example.com"))
    assert (given["success"], given["error"]) == (True, None)
    listed = {entry["id"]: entry for entry in api("GET", path)}
    assert (listed[given["id"]]["isPending"], listed[given["id"]]["deviceId"]) == (True, GARDEN)
    again = api("POST", path, 201, access_for("new.guest@example.com"))
    assert (again["success"], again["error"]["code"], again["id"]) == (False, 1003, given["id"])
    owner = api("POST", path, 201, access_for("nora.lind@example.com"))
    assert (owner["success"], owner["error"]["code"]) == (False, 1002)
    api("DELETE", f"{path}/{given['id']}", 204)
    assert api("POST", path, 201, access_for("new.guest@example.com"))["success"] is True


def test_access_is_copied(api: Api) -> None:
    """With the same limits, for each principal by itself."""
    source = "5b8e07d2-3c64-49af-8d10-f9a26e4b7135"
    people = [{"principalType": 0, "userEmail": name} for name in ("ida.holm@example.com", "nora.lind@example.com")]
    made = api("POST", f"/my/device/{GARDEN}/access/{source}/copy-to", 201, {"principals": people})["principals"]
    assert [(entry["displayName"], entry["success"]) for entry in made] == [("Ida Holm", True), ("Nora Lind", False)]
    copied = next(entry for entry in api("GET", f"/my/device/{GARDEN}/access") if entry["id"] == made[0]["id"])
    assert (copied["weekDays"], copied["remoteAccessDisabled"]) == (31, True)


def test_a_groups_access_goes_with_the_group(api: Api) -> None:
    """And its members' list."""
    assert "Carpenters" in [entry["principalName"] for entry in api("GET", f"/my/device/{WORKSHOP}/access")]
    api("DELETE", CARPENTERS, 204)
    assert "Carpenters" not in [entry["principalName"] for entry in api("GET", f"/my/device/{WORKSHOP}/access")]
    api("GET", f"{CARPENTERS}/members", 404)


def test_people_join_and_leave(api: Api) -> None:
    """Each has an outcome of their own; who leaves the organization leaves its groups."""
    invited = api("POST", "/organization/310/user", 201, {"email": "a@example.com", "name": "Ann"})
    key = invited["organizationUserId"]
    text: Any = {"Filters.Text": "ann"}
    assert api("GET", "/organization/310/user", **text)["totalCount"] == 0
    pending: Any = {**text, "Filters.IncludePendingUsers": "true"}
    assert api("GET", "/organization/310/user", **pending)["totalCount"] == 1
    added = api("POST", f"{CARPENTERS}/members", 207, {"organizationUserIds": [key, 9]})["organizationUsers"]
    assert [entry["success"] for entry in added] == [True, False]
    api("PUT", f"/organization/310/user/byorganizationuserid/{key}", 201, {"displayName": "Anna"})
    assert "Anna" in [member["displayName"] for member in api("GET", f"{CARPENTERS}/members")["items"]]
    api("PUT", "/organization/310/assignadmin", 204, {"organizationUserId": key})
    assert api("GET", f"/organization/310/user/{key}")["role"] == 1
    api("PUT", "/organization/310/removeadmin", 200, {"organizationUserId": key})
    removed = api("DELETE", f"{CARPENTERS}/members", 207, {"organizationUserIds": [5201]})["organizationUsers"]
    assert [entry["success"] for entry in removed] == [True]
    api("DELETE", f"/organization/310/user/byorganizationuserid/{key}", 201)
    api("GET", f"/organization/310/user/{key}", 404)
    assert [member["organizationUserId"] for member in api("GET", f"{CARPENTERS}/members")["items"]] == [5203]


def test_links_open_devices(api: Api) -> None:
    """A link is made, changed, has its URL, and is listed by name."""
    made = api("POST", LINKS, 201, {"name": "A guest", "deviceIds": [WORKSHOP]})
    assert api("GET", f"{LINKS}/{made['id']}/url")["url"] == made["url"]
    api("PATCH", f"{LINKS}/{made['id']}", 200, {"deviceIds": [40602]})
    link = api("GET", f"{LINKS}/{made['id']}")
    assert [device["name"] for device in link["accessLink"]["devices"]] == ["Yard gate"]
    assert (link["accessLink"]["name"], link["accessLinkUrl"]) == ("A guest", made["url"])
    names = [link["name"] for link in api("GET", LINKS)["items"]]
    assert names == sorted(names)
    assert names[0] == "A guest"


def test_a_key_works_with_its_scopes(api: Api) -> None:
    """403 names the scopes that would do; after the key is revoked, 401."""
    body = {"name": "Reader", "scopes": ["Device.Read"], "validTo": "2025-01-31T22:00:00.000Z"}
    made = api("POST", "/my/personalaccesskey", 201, body)
    key = {"Authorization": f"PersonalKey {made['key']}"}
    assert api.client.get("/my/lock", headers=key).status_code == 200
    refused = api.client.post(f"/my/lock/{FRONT}/operation/lock", headers=key)
    assert refused.status_code == 403
    assert "Lock.Operate" in refused.json()["errorMessages"][0]
    api("PUT", f"/my/personalaccesskey/{made['id']}", 204, {**body, "scopes": ["Lock.Operate"]})
    assert api.client.get("/my/lock", headers=key).status_code == 403
    assert api.client.post(f"/my/lock/{FRONT}/operation/lock", headers=key).status_code == 202
    api("DELETE", f"/my/personalaccesskey/{made['id']}", 204)
    assert api.client.get("/my/lock", headers=key).status_code == 401


def test_scopes_can_be_chosen_at_the_start() -> None:
    """The key of the mock has those only."""
    app = create_app(DOCUMENT, behaviours=["tedee"], scopes=["Mobile.Read"])
    with running(app) as url:
        key = {"Authorization": sample_authorization(DOCUMENT)}
        assert httpx.get(f"{url}/my/mobile", headers=key).status_code == 200
        assert httpx.get(f"{url}/my/lock", headers=key).status_code == 403
        assert httpx.get(f"{url}/my/lock").status_code == 401


@pytest.mark.parametrize("start", ["/my/lock", "/my/device", "/organization", "/my/gate"])
def test_a_part_of_the_document_will_do(start: str) -> None:
    """Behaviours cope with what isn't there."""
    paths = {path: found for path, found in DOCUMENT["paths"].items() if path.startswith(start)}
    app = create_app({**DOCUMENT, "paths": paths}, behaviours=["tedee"])
    with running(app) as url, httpx.Client(base_url=url, headers={"Authorization": "PersonalKey mock-key"}) as client:
        assert client.get(next(path for path in paths if "{" not in path)).status_code in {200, 400, 405}
        moved = client.post(f"/my/lock/{FRONT}/operation/unlock")
        assert moved.status_code == (202 if start == "/my/lock" else 404)
