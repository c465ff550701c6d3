"""The record within one transaction: every repository, on one connection."""

from __future__ import annotations

from indexer.records.answered_requests import AnsweredRequests
from indexer.records.audit_trail import AuditTrail
from indexer.records.case_lookups import CaseLookups
from indexer.records.cv_features import CvFeatureStore
from indexer.records.cvs import Cvs
from indexer.records.employers import Employers
from indexer.records.index_generations import IndexGenerations
from indexer.records.index_queue import IndexQueue
from indexer.records.job_orders import JobOrders
from indexer.records.order_board import OrderBoard
from indexer.records.order_steps import OrderSteps
from indexer.records.proposals import Proposals
from indexer.records.ranked_lists import RankedLists
from indexer.records.readings import Readings
from indexer.records.routes import Routes
from indexer.records.unit_of_work import UnitOfWork
from indexer.records.watermarks import Watermarks


class Record:
    """All repositories; what they write is kept together or not at all."""

    def __init__(self, work: UnitOfWork) -> None:
        self.job_orders = JobOrders(work)
        self.cvs = Cvs(work)
        self.order_steps = OrderSteps(work)
        self.order_board = OrderBoard(work)
        self.employers = Employers(work)
        self.readings = Readings(work)
        self.routes = Routes(work)
        self.ranked_lists = RankedLists(work)
        self.proposals = Proposals(work)
        self.case_lookups = CaseLookups(work)
        self.watermarks = Watermarks(work)
        self.audit_trail = AuditTrail(work)
        self.index_queue = IndexQueue(work)
        self.cv_features = CvFeatureStore(work)
        self.index_generations = IndexGenerations(work)
        self.answered_requests = AnsweredRequests(work)
