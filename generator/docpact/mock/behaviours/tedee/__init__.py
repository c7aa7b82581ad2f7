"""Tedee's API: what no document says about its locks, PINs, gates, accesses, keys and organizations."""

from docpact.mock.behaviours.tedee import access, devices, keys, locks, organizations, pins, states
from docpact.mock.engine import Behaviours

BEHAVIOURS = Behaviours(
    operations={
        **locks.OPERATIONS,
        **pins.OPERATIONS,
        **devices.OPERATIONS,
        **access.OPERATIONS,
        **keys.OPERATIONS,
        **organizations.OPERATIONS,
    },
    aliases={"/my/device": (locks.LOCKS, devices.GATES, devices.SENSORS)},
    prepare=(devices.assign_organizations, organizations.prepare_users),
    always=(locks.move_on,),
    panels=states.PANELS,
    # Public clients ask for `/my/lock/`, and the API's framework, ASP.NET Core, pays no heed to it.
    forgives_slash=True,
)
