"""The pages in a real browser: accessible (WCAG 2.1 AA), on a phone, and with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from api.wiring import Components
from indexer.embedding.cache import CachedEmbedder
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from taxonomy.catalog import Catalog
from tests.api.pages.outline import PAGES
from tests.api.serving import in_step, small_components
from tests.factories import cv, job_order

if TYPE_CHECKING:  # what drives the browser is installed for the services tests alone
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

pytestmark = pytest.mark.services

PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 900}  # 320 px: WCAG 2.1, 1.4.10

KNOWN = next(order for order in bundled_orders()[:12] if order.employer and order.cvr)  # has called before


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, embedder: CachedEmbedder, catalog: Catalog) -> Iterator[str]:
    from tests.services.browser import served

    components: Components = small_components(tmp_path_factory.mktemp("browser"), embedder, catalog)
    with components.database.transaction("test") as record:
        record.job_orders.put_many(bundled_orders()[:12])
        record.cvs.put_many(bundled_cvs()[:40])
        record.job_orders.put(job_order(id="O-lang", title="Lagermedarbejder" * 12, employer="A" * 150))
        record.cvs.put(cv(id="P-lang", headline="Lagermedarbejder" * 12, text="W" * 500))
    with served(components) as found:
        in_step(components)
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from tests.services.browser import chromium

    with chromium() as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that must not say anything on the console: no error, nothing refused by the content policy."""
    said: list[str] = []
    context = browser.new_context(base_url=address)
    opened = context.new_page()

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            said.append(message.text)

    opened.on("console", note)
    yield opened
    context.close()
    assert said == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("where", PAGES)
def test_a_page_breaks_no_rule_of_accessibility_and_never_scrolls_sideways(
    page: Page, where: str, size: dict[str, int]
) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(where)
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize(
    "where",
    [
        *("/ordrer", "/ordrer/O-lang", "/ordrer/O-lang/kandidater?eligibility=show", "/jobs/O-lang", "/jobs?q=lager"),
        "/ordrer/S-101/kandidater/P-lang",
        "/ordrer/S-101/sammenlign?cv.1=P-lang&cv.2=P-1001",
    ],
)
def test_a_word_longer_than_the_page_hides_nothing_beside_it(page: Page, where: str) -> None:
    for size in (PHONE, DESK):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        page.goto(where)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert (
        page.locator(".stacked").evaluate_all("all => all.filter(o => o.scrollWidth > o.parentNode.clientWidth)") == []
    )


SMALL = """all => all.map(one => [one.textContent.trim(), one.getBoundingClientRect()])
    .filter(([said, edges]) => edges.height > 0 && Math.min(edges.width, edges.height) < 24).map(([said]) => said)"""


@pytest.mark.parametrize("where", PAGES)
def test_what_is_touched_on_a_phone_is_no_smaller_than_a_thumb_can_hit(page: Page, where: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(where)
    touched = "a:not(p a):not(.skip), button, summary, select, textarea, input:not([type=hidden])"
    assert page.locator(touched).evaluate_all(SMALL) == []


DENSE = ("/ordrer", "/ordrer/S-101", "/ordrer/S-101/kandidater?eligibility=show", "/ordrer/ny", "/jobs?q=lager")


@pytest.mark.parametrize("where", DENSE)
def test_who_asks_for_dark_pages_gets_them_and_can_read_them(page: Page, where: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(where)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 29)"
    assert broken_rules(page) == []


def test_what_is_chosen_is_seen_in_high_contrast_without_grounds(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/ordrer")
    edges = page.locator(".tabs a").evaluate_all("found => found.map(one => getComputedStyle(one).borderTopWidth)")
    assert [edges[0], *set(edges[1:5])] == ["3px", "1px"]


def test_a_list_on_paper_is_the_list_without_what_only_a_screen_can_do(page: Page) -> None:
    page.goto("/ordrer/S-103/kandidater")
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation", name="Sider").is_visible()
    assert not page.get_by_role("button", name="Foreslå de valgte").is_visible()
    assert not page.get_by_role("button", name="Vis listen").is_visible()
    assert page.locator(".person").first.is_visible()
    assert page.locator(".person input[type=checkbox]").first.is_visible()


def test_english_pages_keep_the_rules_too(page: Page) -> None:
    page.goto("/ordrer/S-101")
    page.get_by_role("link", name="English").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.url.endswith("/ordrer/S-101")
    assert broken_rules(page) == []


def test_a_call_taker_writes_an_order_down_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/ordrer/ny")
    page.keyboard.type("2 lagerfolk til aften")  # the first field has the focus
    tab_to(page, "Det, virksomheden fortæller")
    page.keyboard.type("Krav: truck B.")
    understood = page.get_by_role("complementary", name="Forstået indtil nu")
    understood.get_by_role("status").filter(has_text="Går til Jobcenterafdeling JKM").wait_for(state="attached")
    assert understood.get_by_text("truckcertifikat B").count() == 1
    assert understood.get_by_text("hvor arbejdet er").count() == 1
    assert broken_rules(page) == []
    tab_to(page, "Postnummer")
    page.keyboard.type("2150")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/ordrer/A-*")
    assert page.get_by_role("status").inner_text() == "Ordren er gemt."
    assert page.get_by_text("Jobcenterafdeling JKM").count() == 1


def test_a_company_that_called_before_is_chosen_and_fills_what_is_empty(page: Page) -> None:
    page.goto("/ordrer/ny")
    company = page.locator("#employer")
    page.get_by_label("Postnummer").fill("2100")
    with page.expect_response("**/api/v1/employers?q=*") as answered:
        company.press_sequentially(KNOWN.employer[:6])
    assert answered.value.ok
    page.locator(f"#employer-kendte option[value='{KNOWN.employer}']").wait_for(state="attached")
    company.fill(KNOWN.employer)  # as the browser does for whoever chooses the suggestion
    assert page.locator("#cvr").input_value() == KNOWN.cvr
    assert page.locator("#postcode").input_value() == "2100"  # what was typed stays
    assert broken_rules(page) == []


def test_who_leaves_a_form_with_unsaved_words_is_asked_and_keeps_them(page: Page) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.goto("/ordrer/ny")
    page.get_by_role("link", name="Ledige job").click()
    assert (asked, page.url.endswith("/jobs")) == ([], True)  # nothing had been typed
    page.goto("/ordrer/ny")
    page.get_by_label("Stilling", exact=True).press_sequentially("Kok")
    page.get_by_role("link", name="Ordretavle").click(no_wait_after=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert page.get_by_label("Stilling", exact=True).input_value() == "Kok"
    page.get_by_role("button", name="Gem ordren").click()
    page.get_by_role("alert").get_by_text("Ret 2 felter").wait_for()
    assert asked == ["beforeunload"]  # sending the form is no leaving


def test_what_is_typed_stands_and_can_be_sent_again_when_the_server_did_not_answer(page: Page) -> None:
    page.goto("/ordrer/ny")
    page.get_by_label("Stilling", exact=True).fill("Kok")
    page.get_by_label("Det, virksomheden fortæller").fill("Aften og weekend.")
    page.get_by_label("Postnummer").fill("2100")
    page.route("**/ordrer/ny", lambda route: route.abort())
    page.get_by_role("button", name="Gem ordren").click()
    page.get_by_role("alert").get_by_text("er ikke gemt endnu").wait_for()
    assert page.get_by_label("Stilling", exact=True).input_value() == "Kok"
    page.unroute("**/ordrer/ny")
    page.get_by_role("button", name="Gem ordren").click()
    page.wait_for_url("**/ordrer/A-*?gemt=1")
    assert page.get_by_text("Aften og weekend.").count() == 1


def test_without_scripts_an_order_is_written_down_all_the_same(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/ordrer/ny")
    assert not page.get_by_text("Forstået indtil nu").is_visible()
    page.get_by_label("Stilling", exact=True).fill("Kok")
    page.get_by_label("Det, virksomheden fortæller").fill("Aften og weekend.")
    page.get_by_label("Postnummer").fill("2100")
    page.get_by_role("button", name="Gem ordren").click()
    page.wait_for_url("**/ordrer/A-*?gemt=1")
    context.close()


def test_a_wrong_field_is_found_from_the_summary_and_the_rest_is_kept(page: Page) -> None:
    page.goto("/ordrer/ny")
    page.get_by_label("Stilling", exact=True).fill("Kok")
    page.get_by_role("button", name="Gem ordren").click()
    page.locator(".summary:focus").wait_for()
    page.keyboard.press("Tab")  # to the text that is missing
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#postcode:focus").wait_for()
    assert page.get_by_label("Stilling", exact=True).input_value() == "Kok"


def test_a_coordinator_moves_an_order_and_says_why(page: Page) -> None:
    page.goto("/ordrer/S-102")
    page.get_by_role("link", name="Flyt ordren").or_(page.get_by_role("link", name="Afgør, hvem der har den")).click()
    page.get_by_label("Afdeling").select_option("JSV")
    page.get_by_label("Begrundelse").fill("Firmaet vil have en på fleksjob.")
    page.get_by_role("button", name="Gem afgørelsen").click()
    assert page.get_by_text("Center for job på særlige vilkår").count() == 1
    assert page.get_by_text("Firmaet vil have en på fleksjob.").count() == 1


def test_a_consultant_on_a_phone_proposes_with_the_keyboard_alone_and_notes_the_outcome(page: Page) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.goto("/ordrer/S-103/kandidater")
    first = page.locator("input[type=checkbox]").first
    name = first.get_attribute("value")
    first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ordrer/S-103/forslag?gemt=1")
    assert page.get_by_role("status").inner_text() == "Forslaget er gemt."
    assert page.get_by_role("link", name=f"CV {name}").count() == 1
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.get_by_label(f"Ny status CV {name}").select_option("til_samtale")
    page.get_by_role("button", name=f"Gem CV {name}").press("Enter")
    page.wait_for_url("**/ordrer/S-103/forslag?gemt=1")
    assert page.locator(".tag", has_text="til samtale").count() == 1
    page.goto("/ordrer/S-103/kandidater")
    assert page.locator(f"input[value='{name}']").count() == 0


def test_in_the_second_week_a_company_is_written_to_and_who_is_hired_is_withdrawn_elsewhere(page: Page) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    for order in ("S-105", "S-106"):
        proposed = {"cv": "P-1003", "reason": "Aftalt med virksomheden."}
        assert page.request.post(f"/api/v1/job-orders/{order}/proposals", data=proposed).status == 201
    page.goto("/ordrer/S-105/forslag")
    page.get_by_label("Ny status CV P-1003").select_option("interesseret")
    page.get_by_role("button", name="Gem CV P-1003").press("Enter")
    page.get_by_role("link", name="Til virksomheden").click()
    assert page.get_by_role("heading", name="Kandidat P-1003").is_visible()
    assert "Kandidat P-1003" in page.get_by_label("Teksten til en mail").input_value()
    assert broken_rules(page) == []
    page.emulate_media(media="print")
    assert not page.get_by_label("Teksten til en mail").is_visible()
    page.emulate_media(media="screen")

    page.goto("/ordrer/S-105/forslag")
    page.get_by_label("Ny status CV P-1003").select_option("ansat")
    page.get_by_role("button", name="Gem CV P-1003").press("Enter")
    page.goto("/opfoelgning")
    assert page.get_by_role("checkbox", name="Træk tilbage CV P-1003, Ordre S-106").is_checked()
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.get_by_role("button", name="Træk de valgte forslag tilbage").press("Enter")
    page.wait_for_url("**/opfoelgning?afdeling=&gemt=1")
    assert page.get_by_role("status").inner_text() == "1 forslag er trukket tilbage."
    assert page.get_by_role("checkbox").count() == 0


def test_a_consultant_looks_at_a_list_given_before_and_sees_who_has_moved(page: Page) -> None:
    page.goto("/ordrer/S-104/kandidater?top=5")
    page.get_by_role("link", name="liste nr.").click()
    assert page.get_by_role("heading", level=1).inner_text().endswith("som den var")
    assert page.get_by_role("row").count() == 6
    assert broken_rules(page) == []
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_why_somebody_stands_there_shows_first_what_is_in_the_way(page: Page) -> None:
    page.goto("/ordrer/S-101/kandidater/P-1002")
    shown = page.get_by_role("table", name="Ikke opfyldt, eller skal spørges")
    assert "ikke opfyldt" in shown.get_by_role("row").nth(1).inner_text()
    met = page.get_by_role("table", name="Opfyldt", exact=True)
    assert not met.is_visible()
    page.get_by_text("regler er opfyldt").press("Enter")
    assert met.is_visible()


def test_on_a_phone_the_limits_below_the_jobs_are_one_key_away(page: Page) -> None:
    from playwright.sync_api import expect

    page.goto("/jobs")
    assert not page.get_by_role("link", name="Afgræns søgningen").is_visible()  # they stand beside the jobs
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    limits = page.locator("#afgraens")
    expect(limits).not_to_be_in_viewport()
    page.get_by_role("link", name="Afgræns søgningen").press("Enter")
    expect(limits).to_be_in_viewport()


@pytest.mark.parametrize(("where", "label"), [("/", "Søg i ledige job"), ("/jobs", "Hvad søger du?")])
def test_a_search_for_jobs_suggests_titles_while_one_types(page: Page, where: str, label: str) -> None:
    page.goto(where)
    with page.expect_response("**/api/v1/jobs/suggest*") as answered:
        page.get_by_label(label).press_sequentially("lager")
    assert answered.value.ok
    page.locator("#forslag option").first.wait_for(state="attached")


def broken_rules(page: Page) -> list[tuple[str, list[str]]]:
    from tests.services import browser

    return browser.broken_rules(page)


def tab_to(page: Page, label: str) -> None:
    """Press Tab until the field with the label has the focus."""
    wanted = page.get_by_label(label, exact=False).first.get_attribute("id")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == wanted:
            return
    pytest.fail(f"the keyboard does not reach {label}")
