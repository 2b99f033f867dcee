//! Files people bring and take: tables, forms, workbooks, backups.
