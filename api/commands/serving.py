"""`serve`: the HTTP API and the pages, on this machine only."""

from __future__ import annotations

import ipaddress
import socket

import click
import uvicorn

from api.app import LOOPBACK, create_app, open_components, settle
from api.commands.bundled import put_collection
from api.settings import Settings
from api.terminal.files import NothingDoneError
from api.terminal.options import with_settings
from api.terminal.reading_cvs import candidates_of
from api.wiring import Components
from matcher.evaluation.collection import bundled_cvs
from taxonomy.os_reasons import reason

NOT_ALONE = (
    "Et andet program betjener allerede dette SQLite-arkiv. SQLite lader én skrive ad gangen, så de to venter på "
    "hinanden. Flere programmer på én gang kræver PostgreSQL; flyt arkivet med: jobformidling database copy"
)
HELP = """Start HTTP-API og sider. Stop igen med Ctrl-C.

\b
Eksempler:
  jobformidling serve
  jobformidling serve --port 8080
  jobformidling serve --demo --data demodata

Der er endnu ikke noget login: serveren lytter kun på denne maskine.
"""


@click.command(help=HELP)
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="ADRESSE", help="127.0.0.1, ::1 eller localhost."
)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port.")
@click.option("--demo", is_flag=True, help="Indlæs først de medfølgende syntetiske ordrer og CV'er i et tomt arkiv.")
@with_settings
def serve(settings: Settings, host: str, port: int, demo: bool) -> None:
    """Serve until interrupted."""
    _refuse_open_address(host)
    components = Components(settings)
    with _listening(host, port) as listener:
        if demo:
            load_collection(components)
        click.echo("Gør klar; første gang tager det op til et minut …", err=True)
        warn_if_not_alone(components)
        open_components(components)
        settle(components)
        _print_addresses(host, port)
        make_server(components, host).run(sockets=[listener])


def make_server(components: Components, host: str) -> uvicorn.Server:
    """A server that answers to loopback names and those of a proxy in front, and logs nothing that people ask."""
    app = create_app(components, hosts=(*LOOPBACK, f"[{host}]" if ":" in host else host, *components.settings.hosts))
    # No access log: addresses hold what people search for and who is looked up.
    return uvicorn.Server(uvicorn.Config(app, access_log=False, log_level="warning", server_header=False))


def warn_if_not_alone(components: Components) -> None:
    """Warn at start when another program already serves this SQLite record."""
    if not components.database.serves_alone():
        click.echo(NOT_ALONE, err=True)


def load_collection(components: Components) -> bool:
    """Fill an empty record with the bundled collection; a record that holds anything is left alone."""
    with components.database.reading() as record:
        if record.job_orders.count() or record.cvs.count():
            click.echo("Arkivet er ikke tomt; de syntetiske eksempler er ikke indlæst.", err=True)
            return False
    candidates_of(components, bundled_cvs())
    put_collection(components)
    components.index.run_once()
    return True


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise NothingDoneError(
            f"Port {port} på {host} kan ikke bruges: {reason(error)}. Vælg en anden med --port"
        ) from error


def _refuse_open_address(host: str) -> None:
    try:
        closed = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        closed = False
    if not closed:
        raise NothingDoneError(
            f"Serveren har endnu ikke noget login og lytter derfor kun på denne maskine, ikke på {host}. "
            "Brug --host 127.0.0.1"
        )


def _print_addresses(host: str, port: int) -> None:
    base = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    for label, path in (
        ("Sider", "/"),
        ("Ny jobordre", "/ordrer/ny"),
        ("Ledige job", "/jobs"),
        ("API, beskrivelse", "/openapi.json"),
        ("Drift", "/health"),
    ):
        click.echo(f"{label:<18}{base}{path}")
