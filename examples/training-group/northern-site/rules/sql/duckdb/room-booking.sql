-- Foyle Centre, Visitors, Leaflets and Rooms: Rooms for outside bodies
-- Made by prevent build from the policy sha256:5eaa496da9ddf3650d04540e8d8785833efb78e4e3dd7c245e93228f0a5550fe. Do not edit.
--
-- What is found of each booking in the table requests, for DuckDB. The table
-- has a row for each request, and these columns (others do no harm):
--   "kind" VARCHAR
--   "date" DATE
--   "people" BIGINT
--   "reference" VARCHAR
--   "received_on" DATE
--   "fire_plan__completed" DATE
--   "approvals__centre_manager__decision" VARCHAR
--   "approvals__centre_manager__date" DATE
--   "place" VARCHAR
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE VIEW "prevent_room_booking" AS
WITH "bank_holidays" AS (
  SELECT
    "closed"."day"
  FROM (VALUES
    (CAST('2000-01-01' AS DATE)),
    (CAST('2000-01-03' AS DATE)),
    (CAST('2000-03-17' AS DATE)),
    (CAST('2000-04-21' AS DATE)),
    (CAST('2000-04-24' AS DATE)),
    (CAST('2000-05-01' AS DATE)),
    (CAST('2000-05-29' AS DATE)),
    (CAST('2000-07-12' AS DATE)),
    (CAST('2000-08-28' AS DATE)),
    (CAST('2000-12-25' AS DATE)),
    (CAST('2000-12-26' AS DATE)),
    (CAST('2001-01-01' AS DATE)),
    (CAST('2001-03-17' AS DATE)),
    (CAST('2001-03-19' AS DATE)),
    (CAST('2001-04-13' AS DATE)),
    (CAST('2001-04-16' AS DATE)),
    (CAST('2001-05-07' AS DATE)),
    (CAST('2001-05-28' AS DATE)),
    (CAST('2001-07-12' AS DATE)),
    (CAST('2001-08-27' AS DATE)),
    (CAST('2001-12-25' AS DATE)),
    (CAST('2001-12-26' AS DATE)),
    (CAST('2002-01-01' AS DATE)),
    (CAST('2002-03-17' AS DATE)),
    (CAST('2002-03-18' AS DATE)),
    (CAST('2002-03-29' AS DATE)),
    (CAST('2002-04-01' AS DATE)),
    (CAST('2002-05-06' AS DATE)),
    (CAST('2002-06-03' AS DATE)),
    (CAST('2002-06-04' AS DATE)),
    (CAST('2002-07-12' AS DATE)),
    (CAST('2002-08-26' AS DATE)),
    (CAST('2002-12-25' AS DATE)),
    (CAST('2002-12-26' AS DATE)),
    (CAST('2003-01-01' AS DATE)),
    (CAST('2003-03-17' AS DATE)),
    (CAST('2003-04-18' AS DATE)),
    (CAST('2003-04-21' AS DATE)),
    (CAST('2003-05-05' AS DATE)),
    (CAST('2003-05-26' AS DATE)),
    (CAST('2003-07-12' AS DATE)),
    (CAST('2003-07-14' AS DATE)),
    (CAST('2003-08-25' AS DATE)),
    (CAST('2003-12-25' AS DATE)),
    (CAST('2003-12-26' AS DATE)),
    (CAST('2004-01-01' AS DATE)),
    (CAST('2004-03-17' AS DATE)),
    (CAST('2004-04-09' AS DATE)),
    (CAST('2004-04-12' AS DATE)),
    (CAST('2004-05-03' AS DATE)),
    (CAST('2004-05-31' AS DATE)),
    (CAST('2004-07-12' AS DATE)),
    (CAST('2004-08-30' AS DATE)),
    (CAST('2004-12-25' AS DATE)),
    (CAST('2004-12-26' AS DATE)),
    (CAST('2004-12-27' AS DATE)),
    (CAST('2004-12-28' AS DATE)),
    (CAST('2005-01-01' AS DATE)),
    (CAST('2005-01-03' AS DATE)),
    (CAST('2005-03-17' AS DATE)),
    (CAST('2005-03-25' AS DATE)),
    (CAST('2005-03-28' AS DATE)),
    (CAST('2005-05-02' AS DATE)),
    (CAST('2005-05-30' AS DATE)),
    (CAST('2005-07-12' AS DATE)),
    (CAST('2005-08-29' AS DATE)),
    (CAST('2005-12-25' AS DATE)),
    (CAST('2005-12-26' AS DATE)),
    (CAST('2005-12-27' AS DATE)),
    (CAST('2006-01-01' AS DATE)),
    (CAST('2006-01-02' AS DATE)),
    (CAST('2006-03-17' AS DATE)),
    (CAST('2006-04-14' AS DATE)),
    (CAST('2006-04-17' AS DATE)),
    (CAST('2006-05-01' AS DATE)),
    (CAST('2006-05-29' AS DATE)),
    (CAST('2006-07-12' AS DATE)),
    (CAST('2006-08-28' AS DATE)),
    (CAST('2006-12-25' AS DATE)),
    (CAST('2006-12-26' AS DATE)),
    (CAST('2007-01-01' AS DATE)),
    (CAST('2007-03-17' AS DATE)),
    (CAST('2007-03-19' AS DATE)),
    (CAST('2007-04-06' AS DATE)),
    (CAST('2007-04-09' AS DATE)),
    (CAST('2007-05-07' AS DATE)),
    (CAST('2007-05-28' AS DATE)),
    (CAST('2007-07-12' AS DATE)),
    (CAST('2007-08-27' AS DATE)),
    (CAST('2007-12-25' AS DATE)),
    (CAST('2007-12-26' AS DATE)),
    (CAST('2008-01-01' AS DATE)),
    (CAST('2008-03-17' AS DATE)),
    (CAST('2008-03-21' AS DATE)),
    (CAST('2008-03-24' AS DATE)),
    (CAST('2008-05-05' AS DATE)),
    (CAST('2008-05-26' AS DATE)),
    (CAST('2008-07-12' AS DATE)),
    (CAST('2008-07-14' AS DATE)),
    (CAST('2008-08-25' AS DATE)),
    (CAST('2008-12-25' AS DATE)),
    (CAST('2008-12-26' AS DATE)),
    (CAST('2009-01-01' AS DATE)),
    (CAST('2009-03-17' AS DATE)),
    (CAST('2009-04-10' AS DATE)),
    (CAST('2009-04-13' AS DATE)),
    (CAST('2009-05-04' AS DATE)),
    (CAST('2009-05-25' AS DATE)),
    (CAST('2009-07-12' AS DATE)),
    (CAST('2009-07-13' AS DATE)),
    (CAST('2009-08-31' AS DATE)),
    (CAST('2009-12-25' AS DATE)),
    (CAST('2009-12-26' AS DATE)),
    (CAST('2009-12-28' AS DATE)),
    (CAST('2010-01-01' AS DATE)),
    (CAST('2010-03-17' AS DATE)),
    (CAST('2010-04-02' AS DATE)),
    (CAST('2010-04-05' AS DATE)),
    (CAST('2010-05-03' AS DATE)),
    (CAST('2010-05-31' AS DATE)),
    (CAST('2010-07-12' AS DATE)),
    (CAST('2010-08-30' AS DATE)),
    (CAST('2010-12-25' AS DATE)),
    (CAST('2010-12-26' AS DATE)),
    (CAST('2010-12-27' AS DATE)),
    (CAST('2010-12-28' AS DATE)),
    (CAST('2011-01-01' AS DATE)),
    (CAST('2011-01-03' AS DATE)),
    (CAST('2011-03-17' AS DATE)),
    (CAST('2011-04-22' AS DATE)),
    (CAST('2011-04-25' AS DATE)),
    (CAST('2011-04-29' AS DATE)),
    (CAST('2011-05-02' AS DATE)),
    (CAST('2011-05-30' AS DATE)),
    (CAST('2011-07-12' AS DATE)),
    (CAST('2011-08-29' AS DATE)),
    (CAST('2011-12-25' AS DATE)),
    (CAST('2011-12-26' AS DATE)),
    (CAST('2011-12-27' AS DATE)),
    (CAST('2012-01-01' AS DATE)),
    (CAST('2012-01-02' AS DATE)),
    (CAST('2012-03-17' AS DATE)),
    (CAST('2012-03-19' AS DATE)),
    (CAST('2012-04-06' AS DATE)),
    (CAST('2012-04-09' AS DATE)),
    (CAST('2012-05-07' AS DATE)),
    (CAST('2012-06-04' AS DATE)),
    (CAST('2012-06-05' AS DATE)),
    (CAST('2012-07-12' AS DATE)),
    (CAST('2012-08-27' AS DATE)),
    (CAST('2012-12-25' AS DATE)),
    (CAST('2012-12-26' AS DATE)),
    (CAST('2013-01-01' AS DATE)),
    (CAST('2013-03-17' AS DATE)),
    (CAST('2013-03-18' AS DATE)),
    (CAST('2013-03-29' AS DATE)),
    (CAST('2013-04-01' AS DATE)),
    (CAST('2013-05-06' AS DATE)),
    (CAST('2013-05-27' AS DATE)),
    (CAST('2013-07-12' AS DATE)),
    (CAST('2013-08-26' AS DATE)),
    (CAST('2013-12-25' AS DATE)),
    (CAST('2013-12-26' AS DATE)),
    (CAST('2014-01-01' AS DATE)),
    (CAST('2014-03-17' AS DATE)),
    (CAST('2014-04-18' AS DATE)),
    (CAST('2014-04-21' AS DATE)),
    (CAST('2014-05-05' AS DATE)),
    (CAST('2014-05-26' AS DATE)),
    (CAST('2014-07-12' AS DATE)),
    (CAST('2014-07-14' AS DATE)),
    (CAST('2014-08-25' AS DATE)),
    (CAST('2014-12-25' AS DATE)),
    (CAST('2014-12-26' AS DATE)),
    (CAST('2015-01-01' AS DATE)),
    (CAST('2015-03-17' AS DATE)),
    (CAST('2015-04-03' AS DATE)),
    (CAST('2015-04-06' AS DATE)),
    (CAST('2015-05-04' AS DATE)),
    (CAST('2015-05-25' AS DATE)),
    (CAST('2015-07-12' AS DATE)),
    (CAST('2015-07-13' AS DATE)),
    (CAST('2015-08-31' AS DATE)),
    (CAST('2015-12-25' AS DATE)),
    (CAST('2015-12-26' AS DATE)),
    (CAST('2015-12-28' AS DATE)),
    (CAST('2016-01-01' AS DATE)),
    (CAST('2016-03-17' AS DATE)),
    (CAST('2016-03-25' AS DATE)),
    (CAST('2016-03-28' AS DATE)),
    (CAST('2016-05-02' AS DATE)),
    (CAST('2016-05-30' AS DATE)),
    (CAST('2016-07-12' AS DATE)),
    (CAST('2016-08-29' AS DATE)),
    (CAST('2016-12-25' AS DATE)),
    (CAST('2016-12-26' AS DATE)),
    (CAST('2016-12-27' AS DATE)),
    (CAST('2017-01-01' AS DATE)),
    (CAST('2017-01-02' AS DATE)),
    (CAST('2017-03-17' AS DATE)),
    (CAST('2017-04-14' AS DATE)),
    (CAST('2017-04-17' AS DATE)),
    (CAST('2017-05-01' AS DATE)),
    (CAST('2017-05-29' AS DATE)),
    (CAST('2017-07-12' AS DATE)),
    (CAST('2017-08-28' AS DATE)),
    (CAST('2017-12-25' AS DATE)),
    (CAST('2017-12-26' AS DATE)),
    (CAST('2018-01-01' AS DATE)),
    (CAST('2018-03-17' AS DATE)),
    (CAST('2018-03-19' AS DATE)),
    (CAST('2018-03-30' AS DATE)),
    (CAST('2018-04-02' AS DATE)),
    (CAST('2018-05-07' AS DATE)),
    (CAST('2018-05-28' AS DATE)),
    (CAST('2018-07-12' AS DATE)),
    (CAST('2018-08-27' AS DATE)),
    (CAST('2018-12-25' AS DATE)),
    (CAST('2018-12-26' AS DATE)),
    (CAST('2019-01-01' AS DATE)),
    (CAST('2019-03-17' AS DATE)),
    (CAST('2019-03-18' AS DATE)),
    (CAST('2019-04-19' AS DATE)),
    (CAST('2019-04-22' AS DATE)),
    (CAST('2019-05-06' AS DATE)),
    (CAST('2019-05-27' AS DATE)),
    (CAST('2019-07-12' AS DATE)),
    (CAST('2019-08-26' AS DATE)),
    (CAST('2019-12-25' AS DATE)),
    (CAST('2019-12-26' AS DATE)),
    (CAST('2020-01-01' AS DATE)),
    (CAST('2020-03-17' AS DATE)),
    (CAST('2020-04-10' AS DATE)),
    (CAST('2020-04-13' AS DATE)),
    (CAST('2020-05-08' AS DATE)),
    (CAST('2020-05-25' AS DATE)),
    (CAST('2020-07-12' AS DATE)),
    (CAST('2020-07-13' AS DATE)),
    (CAST('2020-08-31' AS DATE)),
    (CAST('2020-12-25' AS DATE)),
    (CAST('2020-12-26' AS DATE)),
    (CAST('2020-12-28' AS DATE)),
    (CAST('2021-01-01' AS DATE)),
    (CAST('2021-03-17' AS DATE)),
    (CAST('2021-04-02' AS DATE)),
    (CAST('2021-04-05' AS DATE)),
    (CAST('2021-05-03' AS DATE)),
    (CAST('2021-05-31' AS DATE)),
    (CAST('2021-07-12' AS DATE)),
    (CAST('2021-08-30' AS DATE)),
    (CAST('2021-12-25' AS DATE)),
    (CAST('2021-12-26' AS DATE)),
    (CAST('2021-12-27' AS DATE)),
    (CAST('2021-12-28' AS DATE)),
    (CAST('2022-01-01' AS DATE)),
    (CAST('2022-01-03' AS DATE)),
    (CAST('2022-03-17' AS DATE)),
    (CAST('2022-04-15' AS DATE)),
    (CAST('2022-04-18' AS DATE)),
    (CAST('2022-05-02' AS DATE)),
    (CAST('2022-06-02' AS DATE)),
    (CAST('2022-06-03' AS DATE)),
    (CAST('2022-07-12' AS DATE)),
    (CAST('2022-08-29' AS DATE)),
    (CAST('2022-09-19' AS DATE)),
    (CAST('2022-12-25' AS DATE)),
    (CAST('2022-12-26' AS DATE)),
    (CAST('2022-12-27' AS DATE)),
    (CAST('2023-01-01' AS DATE)),
    (CAST('2023-01-02' AS DATE)),
    (CAST('2023-03-17' AS DATE)),
    (CAST('2023-04-07' AS DATE)),
    (CAST('2023-04-10' AS DATE)),
    (CAST('2023-05-01' AS DATE)),
    (CAST('2023-05-08' AS DATE)),
    (CAST('2023-05-29' AS DATE)),
    (CAST('2023-07-12' AS DATE)),
    (CAST('2023-08-28' AS DATE)),
    (CAST('2023-12-25' AS DATE)),
    (CAST('2023-12-26' AS DATE)),
    (CAST('2024-01-01' AS DATE)),
    (CAST('2024-03-17' AS DATE)),
    (CAST('2024-03-18' AS DATE)),
    (CAST('2024-03-29' AS DATE)),
    (CAST('2024-04-01' AS DATE)),
    (CAST('2024-05-06' AS DATE)),
    (CAST('2024-05-27' AS DATE)),
    (CAST('2024-07-12' AS DATE)),
    (CAST('2024-08-26' AS DATE)),
    (CAST('2024-12-25' AS DATE)),
    (CAST('2024-12-26' AS DATE)),
    (CAST('2025-01-01' AS DATE)),
    (CAST('2025-03-17' AS DATE)),
    (CAST('2025-04-18' AS DATE)),
    (CAST('2025-04-21' AS DATE)),
    (CAST('2025-05-05' AS DATE)),
    (CAST('2025-05-26' AS DATE)),
    (CAST('2025-07-12' AS DATE)),
    (CAST('2025-07-14' AS DATE)),
    (CAST('2025-08-25' AS DATE)),
    (CAST('2025-12-25' AS DATE)),
    (CAST('2025-12-26' AS DATE)),
    (CAST('2026-01-01' AS DATE)),
    (CAST('2026-03-17' AS DATE)),
    (CAST('2026-04-03' AS DATE)),
    (CAST('2026-04-06' AS DATE)),
    (CAST('2026-05-04' AS DATE)),
    (CAST('2026-05-25' AS DATE)),
    (CAST('2026-07-12' AS DATE)),
    (CAST('2026-07-13' AS DATE)),
    (CAST('2026-08-31' AS DATE)),
    (CAST('2026-12-25' AS DATE)),
    (CAST('2026-12-26' AS DATE)),
    (CAST('2026-12-28' AS DATE)),
    (CAST('2027-01-01' AS DATE)),
    (CAST('2027-03-17' AS DATE)),
    (CAST('2027-03-26' AS DATE)),
    (CAST('2027-03-29' AS DATE)),
    (CAST('2027-05-03' AS DATE)),
    (CAST('2027-05-31' AS DATE)),
    (CAST('2027-07-12' AS DATE)),
    (CAST('2027-08-30' AS DATE)),
    (CAST('2027-12-25' AS DATE)),
    (CAST('2027-12-26' AS DATE)),
    (CAST('2027-12-27' AS DATE)),
    (CAST('2027-12-28' AS DATE)),
    (CAST('2028-01-01' AS DATE)),
    (CAST('2028-01-03' AS DATE)),
    (CAST('2028-03-17' AS DATE)),
    (CAST('2028-04-14' AS DATE)),
    (CAST('2028-04-17' AS DATE)),
    (CAST('2028-05-01' AS DATE)),
    (CAST('2028-05-29' AS DATE)),
    (CAST('2028-07-12' AS DATE)),
    (CAST('2028-08-28' AS DATE)),
    (CAST('2028-12-25' AS DATE)),
    (CAST('2028-12-26' AS DATE)),
    (CAST('2029-01-01' AS DATE)),
    (CAST('2029-03-17' AS DATE)),
    (CAST('2029-03-19' AS DATE)),
    (CAST('2029-03-30' AS DATE)),
    (CAST('2029-04-02' AS DATE)),
    (CAST('2029-05-07' AS DATE)),
    (CAST('2029-05-28' AS DATE)),
    (CAST('2029-07-12' AS DATE)),
    (CAST('2029-08-27' AS DATE)),
    (CAST('2029-12-25' AS DATE)),
    (CAST('2029-12-26' AS DATE)),
    (CAST('2030-01-01' AS DATE)),
    (CAST('2030-03-17' AS DATE)),
    (CAST('2030-03-18' AS DATE)),
    (CAST('2030-04-19' AS DATE)),
    (CAST('2030-04-22' AS DATE)),
    (CAST('2030-05-06' AS DATE)),
    (CAST('2030-05-27' AS DATE)),
    (CAST('2030-07-12' AS DATE)),
    (CAST('2030-08-26' AS DATE)),
    (CAST('2030-12-25' AS DATE)),
    (CAST('2030-12-26' AS DATE)),
    (CAST('2031-01-01' AS DATE)),
    (CAST('2031-03-17' AS DATE)),
    (CAST('2031-04-11' AS DATE)),
    (CAST('2031-04-14' AS DATE)),
    (CAST('2031-05-05' AS DATE)),
    (CAST('2031-05-26' AS DATE)),
    (CAST('2031-07-12' AS DATE)),
    (CAST('2031-07-14' AS DATE)),
    (CAST('2031-08-25' AS DATE)),
    (CAST('2031-12-25' AS DATE)),
    (CAST('2031-12-26' AS DATE)),
    (CAST('2032-01-01' AS DATE)),
    (CAST('2032-03-17' AS DATE)),
    (CAST('2032-03-26' AS DATE)),
    (CAST('2032-03-29' AS DATE)),
    (CAST('2032-05-03' AS DATE)),
    (CAST('2032-05-31' AS DATE)),
    (CAST('2032-07-12' AS DATE)),
    (CAST('2032-08-30' AS DATE)),
    (CAST('2032-12-25' AS DATE)),
    (CAST('2032-12-26' AS DATE)),
    (CAST('2032-12-27' AS DATE)),
    (CAST('2032-12-28' AS DATE)),
    (CAST('2033-01-01' AS DATE)),
    (CAST('2033-01-03' AS DATE)),
    (CAST('2033-03-17' AS DATE)),
    (CAST('2033-04-15' AS DATE)),
    (CAST('2033-04-18' AS DATE)),
    (CAST('2033-05-02' AS DATE)),
    (CAST('2033-05-30' AS DATE)),
    (CAST('2033-07-12' AS DATE)),
    (CAST('2033-08-29' AS DATE)),
    (CAST('2033-12-25' AS DATE)),
    (CAST('2033-12-26' AS DATE)),
    (CAST('2033-12-27' AS DATE)),
    (CAST('2034-01-01' AS DATE)),
    (CAST('2034-01-02' AS DATE)),
    (CAST('2034-03-17' AS DATE)),
    (CAST('2034-04-07' AS DATE)),
    (CAST('2034-04-10' AS DATE)),
    (CAST('2034-05-01' AS DATE)),
    (CAST('2034-05-29' AS DATE)),
    (CAST('2034-07-12' AS DATE)),
    (CAST('2034-08-28' AS DATE)),
    (CAST('2034-12-25' AS DATE)),
    (CAST('2034-12-26' AS DATE)),
    (CAST('2035-01-01' AS DATE)),
    (CAST('2035-03-17' AS DATE)),
    (CAST('2035-03-19' AS DATE)),
    (CAST('2035-03-23' AS DATE)),
    (CAST('2035-03-26' AS DATE)),
    (CAST('2035-05-07' AS DATE)),
    (CAST('2035-05-28' AS DATE)),
    (CAST('2035-07-12' AS DATE)),
    (CAST('2035-08-27' AS DATE)),
    (CAST('2035-12-25' AS DATE)),
    (CAST('2035-12-26' AS DATE)),
    (CAST('2036-01-01' AS DATE)),
    (CAST('2036-03-17' AS DATE)),
    (CAST('2036-04-11' AS DATE)),
    (CAST('2036-04-14' AS DATE)),
    (CAST('2036-05-05' AS DATE)),
    (CAST('2036-05-26' AS DATE)),
    (CAST('2036-07-12' AS DATE)),
    (CAST('2036-07-14' AS DATE)),
    (CAST('2036-08-25' AS DATE)),
    (CAST('2036-12-25' AS DATE)),
    (CAST('2036-12-26' AS DATE)),
    (CAST('2037-01-01' AS DATE)),
    (CAST('2037-03-17' AS DATE)),
    (CAST('2037-04-03' AS DATE)),
    (CAST('2037-04-06' AS DATE)),
    (CAST('2037-05-04' AS DATE)),
    (CAST('2037-05-25' AS DATE)),
    (CAST('2037-07-12' AS DATE)),
    (CAST('2037-07-13' AS DATE)),
    (CAST('2037-08-31' AS DATE)),
    (CAST('2037-12-25' AS DATE)),
    (CAST('2037-12-26' AS DATE)),
    (CAST('2037-12-28' AS DATE)),
    (CAST('2038-01-01' AS DATE)),
    (CAST('2038-03-17' AS DATE)),
    (CAST('2038-04-23' AS DATE)),
    (CAST('2038-04-26' AS DATE)),
    (CAST('2038-05-03' AS DATE)),
    (CAST('2038-05-31' AS DATE)),
    (CAST('2038-07-12' AS DATE)),
    (CAST('2038-08-30' AS DATE)),
    (CAST('2038-12-25' AS DATE)),
    (CAST('2038-12-26' AS DATE)),
    (CAST('2038-12-27' AS DATE)),
    (CAST('2038-12-28' AS DATE)),
    (CAST('2039-01-01' AS DATE)),
    (CAST('2039-01-03' AS DATE)),
    (CAST('2039-03-17' AS DATE)),
    (CAST('2039-04-08' AS DATE)),
    (CAST('2039-04-11' AS DATE)),
    (CAST('2039-05-02' AS DATE)),
    (CAST('2039-05-30' AS DATE)),
    (CAST('2039-07-12' AS DATE)),
    (CAST('2039-08-29' AS DATE)),
    (CAST('2039-12-25' AS DATE)),
    (CAST('2039-12-26' AS DATE)),
    (CAST('2039-12-27' AS DATE)),
    (CAST('2040-01-01' AS DATE)),
    (CAST('2040-01-02' AS DATE)),
    (CAST('2040-03-17' AS DATE)),
    (CAST('2040-03-19' AS DATE)),
    (CAST('2040-03-30' AS DATE)),
    (CAST('2040-04-02' AS DATE)),
    (CAST('2040-05-07' AS DATE)),
    (CAST('2040-05-28' AS DATE)),
    (CAST('2040-07-12' AS DATE)),
    (CAST('2040-08-27' AS DATE)),
    (CAST('2040-12-25' AS DATE)),
    (CAST('2040-12-26' AS DATE)),
    (CAST('2041-01-01' AS DATE)),
    (CAST('2041-03-17' AS DATE)),
    (CAST('2041-03-18' AS DATE)),
    (CAST('2041-04-19' AS DATE)),
    (CAST('2041-04-22' AS DATE)),
    (CAST('2041-05-06' AS DATE)),
    (CAST('2041-05-27' AS DATE)),
    (CAST('2041-07-12' AS DATE)),
    (CAST('2041-08-26' AS DATE)),
    (CAST('2041-12-25' AS DATE)),
    (CAST('2041-12-26' AS DATE)),
    (CAST('2042-01-01' AS DATE)),
    (CAST('2042-03-17' AS DATE)),
    (CAST('2042-04-04' AS DATE)),
    (CAST('2042-04-07' AS DATE)),
    (CAST('2042-05-05' AS DATE)),
    (CAST('2042-05-26' AS DATE)),
    (CAST('2042-07-12' AS DATE)),
    (CAST('2042-07-14' AS DATE)),
    (CAST('2042-08-25' AS DATE)),
    (CAST('2042-12-25' AS DATE)),
    (CAST('2042-12-26' AS DATE)),
    (CAST('2043-01-01' AS DATE)),
    (CAST('2043-03-17' AS DATE)),
    (CAST('2043-03-27' AS DATE)),
    (CAST('2043-03-30' AS DATE)),
    (CAST('2043-05-04' AS DATE)),
    (CAST('2043-05-25' AS DATE)),
    (CAST('2043-07-12' AS DATE)),
    (CAST('2043-07-13' AS DATE)),
    (CAST('2043-08-31' AS DATE)),
    (CAST('2043-12-25' AS DATE)),
    (CAST('2043-12-26' AS DATE)),
    (CAST('2043-12-28' AS DATE)),
    (CAST('2044-01-01' AS DATE)),
    (CAST('2044-03-17' AS DATE)),
    (CAST('2044-04-15' AS DATE)),
    (CAST('2044-04-18' AS DATE)),
    (CAST('2044-05-02' AS DATE)),
    (CAST('2044-05-30' AS DATE)),
    (CAST('2044-07-12' AS DATE)),
    (CAST('2044-08-29' AS DATE)),
    (CAST('2044-12-25' AS DATE)),
    (CAST('2044-12-26' AS DATE)),
    (CAST('2044-12-27' AS DATE)),
    (CAST('2045-01-01' AS DATE)),
    (CAST('2045-01-02' AS DATE)),
    (CAST('2045-03-17' AS DATE)),
    (CAST('2045-04-07' AS DATE)),
    (CAST('2045-04-10' AS DATE)),
    (CAST('2045-05-01' AS DATE)),
    (CAST('2045-05-29' AS DATE)),
    (CAST('2045-07-12' AS DATE)),
    (CAST('2045-08-28' AS DATE)),
    (CAST('2045-12-25' AS DATE)),
    (CAST('2045-12-26' AS DATE)),
    (CAST('2046-01-01' AS DATE)),
    (CAST('2046-03-17' AS DATE)),
    (CAST('2046-03-19' AS DATE)),
    (CAST('2046-03-23' AS DATE)),
    (CAST('2046-03-26' AS DATE)),
    (CAST('2046-05-07' AS DATE)),
    (CAST('2046-05-28' AS DATE)),
    (CAST('2046-07-12' AS DATE)),
    (CAST('2046-08-27' AS DATE)),
    (CAST('2046-12-25' AS DATE)),
    (CAST('2046-12-26' AS DATE)),
    (CAST('2047-01-01' AS DATE)),
    (CAST('2047-03-17' AS DATE)),
    (CAST('2047-03-18' AS DATE)),
    (CAST('2047-04-12' AS DATE)),
    (CAST('2047-04-15' AS DATE)),
    (CAST('2047-05-06' AS DATE)),
    (CAST('2047-05-27' AS DATE)),
    (CAST('2047-07-12' AS DATE)),
    (CAST('2047-08-26' AS DATE)),
    (CAST('2047-12-25' AS DATE)),
    (CAST('2047-12-26' AS DATE)),
    (CAST('2048-01-01' AS DATE)),
    (CAST('2048-03-17' AS DATE)),
    (CAST('2048-04-03' AS DATE)),
    (CAST('2048-04-06' AS DATE)),
    (CAST('2048-05-04' AS DATE)),
    (CAST('2048-05-25' AS DATE)),
    (CAST('2048-07-12' AS DATE)),
    (CAST('2048-07-13' AS DATE)),
    (CAST('2048-08-31' AS DATE)),
    (CAST('2048-12-25' AS DATE)),
    (CAST('2048-12-26' AS DATE)),
    (CAST('2048-12-28' AS DATE)),
    (CAST('2049-01-01' AS DATE)),
    (CAST('2049-03-17' AS DATE)),
    (CAST('2049-04-16' AS DATE)),
    (CAST('2049-04-19' AS DATE)),
    (CAST('2049-05-03' AS DATE)),
    (CAST('2049-05-31' AS DATE)),
    (CAST('2049-07-12' AS DATE)),
    (CAST('2049-08-30' AS DATE)),
    (CAST('2049-12-25' AS DATE)),
    (CAST('2049-12-26' AS DATE)),
    (CAST('2049-12-27' AS DATE)),
    (CAST('2049-12-28' AS DATE)),
    (CAST('2050-01-01' AS DATE)),
    (CAST('2050-01-03' AS DATE)),
    (CAST('2050-03-17' AS DATE)),
    (CAST('2050-04-08' AS DATE)),
    (CAST('2050-04-11' AS DATE)),
    (CAST('2050-05-02' AS DATE)),
    (CAST('2050-05-30' AS DATE)),
    (CAST('2050-07-12' AS DATE)),
    (CAST('2050-08-29' AS DATE)),
    (CAST('2050-12-25' AS DATE)),
    (CAST('2050-12-26' AS DATE)),
    (CAST('2050-12-27' AS DATE))) AS closed(day)
), "every_day" AS (
  SELECT
    CAST("series"."day" AS DATE) AS "day"
  FROM GENERATE_SERIES(CAST('1999-12-31' AS DATE), CAST('2050-12-31' AS DATE), INTERVAL '1' DAY) AS "series"("day")
), "weekdays" AS (
  SELECT
    "every_day"."day",
    CASE
      WHEN ISODOW("every_day"."day") <= 5
      AND "bank_holidays"."day" IS NULL
      AND "every_day"."day" > CAST('1999-12-31' AS DATE)
      THEN 1
      ELSE 0
    END AS "worked"
  FROM "every_day"
  LEFT JOIN "bank_holidays"
    ON "bank_holidays"."day" = "every_day"."day"
), "counted" AS (
  SELECT
    "day",
    "worked",
    CAST(SUM("worked") OVER (ORDER BY "day") AS INT) AS "so_far"
  FROM "weekdays"
), "calendar" AS (
  SELECT
    ARRAY_AGG("day" ORDER BY "day") FILTER(WHERE
      "worked" = 1) AS "worked",
    ARRAY_AGG("so_far" ORDER BY "day") AS "so_far"
  FROM "counted"
), "facts" AS (
  /* What each request says, and what is counted of it. */
  SELECT
    "kind",
    "date",
    "people",
    "reference",
    "received_on",
    "fire_plan__completed",
    "approvals__centre_manager__decision",
    "approvals__centre_manager__date",
    "place"
  FROM "requests"
  WHERE
    "kind" = 'room-booking'
), "days" AS (
  /* The days that are a period from another. */
  SELECT
    "facts".*,
    CAST("received_on" + INTERVAL '1' MONTH AS DATE) AS "received_on_plus_1_months",
    "date" - 7 AS "date_minus_1_weeks",
    "date" - 1 AS "date_minus_1_days",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("received_on" - CAST('1999-12-31' AS DATE) + 1, 0)) + 21,
        0
      )
    ) AS "received_on_plus_21_working_days",
    LIST_EXTRACT(
      "calendar"."worked",
      GREATEST(
        LIST_EXTRACT("calendar"."so_far", GREATEST("date" - CAST('1999-12-31' AS DATE) + 1, 0)) + 1,
        0
      )
    ) AS "date_plus_1_working_days"
  FROM "facts"
  CROSS JOIN "calendar"
), "tests" AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    "days".*,
    "place" IS NOT DISTINCT FROM 'annexe' AS "foyle-annexe/applies", /* The annexe (clause N4): applies */
    "received_on" IS NULL AND COALESCE("received_on_plus_1_months" > "date", TRUE) AS "room-notice/missing", /* A month's notice (clause 4): missing */
    COALESCE("received_on_plus_1_months" > "date", TRUE)
    AND NOT "received_on" IS NULL AS "room-notice/late", /* A month's notice (clause 4): late */
    "approvals__centre_manager__decision" IS NOT DISTINCT FROM 'declined' AS "room-agreed/declined", /* The Centre Manager agrees a week before (clause 4): declined */
    "approvals__centre_manager__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("approvals__centre_manager__date" > "date_minus_1_weeks", TRUE) AS "room-agreed/late", /* The Centre Manager agrees a week before (clause 4): late */
    "approvals__centre_manager__decision" IS DISTINCT FROM 'declined'
    AND "approvals__centre_manager__decision" IS DISTINCT FROM 'granted' AS "room-agreed/missing", /* The Centre Manager agrees a week before (clause 4): missing */
    COALESCE("people", 0) > 60
    AND NOT "fire_plan__completed" IS NULL
    AND COALESCE("fire_plan__completed" > "date_minus_1_days", TRUE) AS "fire-plan/late", /* A fire plan for more than 60 people (clause 4): late */
    COALESCE("people", 0) > 60
    AND COALESCE("fire_plan__completed" > "date_minus_1_days", TRUE)
    AND "fire_plan__completed" IS NULL AS "fire-plan/missing", /* A fire plan for more than 60 people (clause 4): missing */
    TRUE AS "staff-present/applies", /* Somebody of the group is there (clause 4): applies */
    "place" IS DISTINCT FROM 'annexe'
    AND "received_on" IS NULL
    AND COALESCE("received_on_plus_21_working_days" > "date", TRUE)
    AND COALESCE("received_on_plus_1_months" <= "date", FALSE) AS "foyle-room-notice/missing", /* 21 working days' notice (clause N4): missing */
    "place" IS DISTINCT FROM 'annexe'
    AND COALESCE("received_on_plus_21_working_days" > "date", TRUE)
    AND NOT "received_on" IS NULL AS "foyle-room-notice/late", /* 21 working days' notice (clause N4): late */
    "place" IS DISTINCT FROM 'annexe' AS "foyle-looked-over/applies", /* The room is looked over (clause N4): applies */
    "kind" IS NULL
    OR "date" IS NULL
    OR "people" IS NULL
    OR (
      NOT "received_on" IS NULL AND "received_on_plus_21_working_days" IS NULL
    )
    OR (
      NOT "date" IS NULL AND "date_plus_1_working_days" IS NULL
    ) AS "undecided"
  FROM "days"
), "decided" AS (
  /* The findings of the tests that hold. */
  SELECT
    "reference",
    "kind",
    CASE
      WHEN NOT "undecided"
      THEN LIST_FILTER(
        [
          CASE
            WHEN "foyle-annexe/applies"
            THEN {'rule': 'foyle-annexe', 'failure': 'applies', 'outcome': 'allowed', 'clause': 'N4', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "room-notice/missing"
            THEN {'rule': 'room-notice', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '4', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "room-notice/late"
            THEN {'rule': 'room-notice', 'failure': 'late', 'outcome': 'action-needed', 'clause': '4', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "room-agreed/declined"
            THEN {'rule': 'room-agreed', 'failure': 'declined', 'outcome': 'refused', 'clause': '4', 'who': ['centre-manager'], 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "room-agreed/late"
            THEN {'rule': 'room-agreed', 'failure': 'late', 'outcome': 'action-needed', 'clause': '4', 'who': ['centre-manager'], 'by': "date_minus_1_weeks", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "room-agreed/missing"
            THEN {'rule': 'room-agreed', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '4', 'who': ['centre-manager'], 'by': "date_minus_1_weeks", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "fire-plan/late"
            THEN {'rule': 'fire-plan', 'failure': 'late', 'outcome': 'action-needed', 'clause': '4', 'who': CAST([] AS TEXT[]), 'by': "date_minus_1_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "fire-plan/missing"
            THEN {'rule': 'fire-plan', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '4', 'who': CAST([] AS TEXT[]), 'by': "date_minus_1_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "staff-present/applies"
            THEN {'rule': 'staff-present', 'failure': 'applies', 'outcome': 'allowed', 'clause': '4', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': ['staff-in-building']}
          END,
          CASE
            WHEN "foyle-room-notice/missing"
            THEN {'rule': 'foyle-room-notice', 'failure': 'missing', 'outcome': 'action-needed', 'clause': 'N4', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "foyle-room-notice/late"
            THEN {'rule': 'foyle-room-notice', 'failure': 'late', 'outcome': 'action-needed', 'clause': 'N4', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END,
          CASE
            WHEN "foyle-looked-over/applies"
            THEN {'rule': 'foyle-looked-over', 'failure': 'applies', 'outcome': 'allowed', 'clause': 'N4', 'who': ['caretaker'], 'by': "date_plus_1_working_days", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
          END
        ],
        LAMBDA "entry" : NOT "entry" IS NULL
      )
    END AS "findings"
  FROM "tests"
)
SELECT
  "reference",
  "kind",
  CASE
    WHEN "findings" IS NULL
    THEN CAST(NULL AS TEXT)
    WHEN LIST_CONTAINS(LIST_TRANSFORM("findings", LAMBDA "finding" : "finding"."outcome"), 'refused')
    THEN 'refused'
    WHEN LIST_CONTAINS(LIST_TRANSFORM("findings", LAMBDA "finding" : "finding"."outcome"), 'referred')
    THEN 'referred'
    WHEN LIST_CONTAINS(
      LIST_TRANSFORM("findings", LAMBDA "finding" : "finding"."outcome"),
      'action-needed'
    )
    THEN 'action-needed'
    ELSE 'allowed'
  END AS "outcome",
  "findings"
FROM "decided";
