"""Spreadsheets: the cells of CSV and XLSX files, as they stand."""
