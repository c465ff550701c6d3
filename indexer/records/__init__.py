"""The system of record: SQL tables, repositories, index queue and audit trail."""
