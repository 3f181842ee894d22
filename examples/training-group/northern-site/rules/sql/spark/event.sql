-- Foyle Centre, Visitors, Leaflets and Rooms: Events
-- Made by prevent build from the policy sha256:5eaa496da9ddf3650d04540e8d8785833efb78e4e3dd7c245e93228f0a5550fe. Do not edit.
--
-- What is found of each event in the table requests, for Spark. The table
-- has a row for each request, and these columns (others do no harm):
--   `kind` STRING
--   `date` DATE
--   `held_by` STRING
--   `reference` STRING
--   `received_on` DATE
--   `speakers` ARRAY<STRUCT<`name`: STRING, `concern`: STRING>>
--   `outline` STRING
--   `approvals__centre_manager__decision` STRING
--   `approvals__centre_manager__date` DATE
--   `approvals__site_safeguarding_officer__decision` STRING
--   `approvals__site_safeguarding_officer__date` DATE
--   `approvals__site_safeguarding_officer__latest` DATE
--   `advice__head_of_safeguarding__date` DATE
--   `place` STRING
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE TEMPORARY VIEW `prevent_event` AS
WITH `bank_holidays` AS (
  SELECT
    `closed`.`day`
  FROM VALUES
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
    (CAST('2050-12-27' AS DATE)) AS closed(day)
), `every_day` AS (
  SELECT
    EXPLODE(SEQUENCE(CAST('1999-12-31' AS DATE), CAST('2050-12-31' AS DATE))) AS `day`
), `weekdays` AS (
  SELECT
    `every_day`.`day`,
    CASE
      WHEN WEEKDAY(`every_day`.`day`) + 1 <= 5
      AND `bank_holidays`.`day` IS NULL
      AND `every_day`.`day` > CAST('1999-12-31' AS DATE)
      THEN 1
      ELSE 0
    END AS `worked`
  FROM `every_day`
  LEFT JOIN `bank_holidays`
    ON `bank_holidays`.`day` = `every_day`.`day`
), `counted` AS (
  SELECT
    `day`,
    `worked`,
    CAST(SUM(`worked`) OVER (ORDER BY `day` NULLS LAST) AS INT) AS `so_far`
  FROM `weekdays`
), `calendar` AS (
  SELECT
    ARRAY_SORT(COLLECT_LIST(`day`) FILTER(WHERE
      `worked` = 1)) AS `worked`,
    ARRAY_SORT(COLLECT_LIST(`so_far`)) AS `so_far`
  FROM `counted`
), `facts` AS (
  /* What each request says, and what is counted of it. */
  SELECT
    `kind`,
    `date`,
    `held_by`,
    `reference`,
    `received_on`,
    `speakers`,
    `outline`,
    `approvals__centre_manager__decision`,
    `approvals__centre_manager__date`,
    `approvals__site_safeguarding_officer__decision`,
    `approvals__site_safeguarding_officer__date`,
    `approvals__site_safeguarding_officer__latest`,
    `advice__head_of_safeguarding__date`,
    `place`,
    COALESCE(ARRAY_SIZE(`speakers`), 0) AS `speakers_count`,
    `received_on` AS `in_force_on`,
    COALESCE(
      `approvals__site_safeguarding_officer__latest`,
      `approvals__site_safeguarding_officer__date`
    ) AS `approvals__site_safeguarding_officer__latest_or_date`
  FROM `requests`
  WHERE
    `kind` = 'event'
), `days` AS (
  /* The days that are a period from another. */
  SELECT
    `facts`.*,
    ADD_MONTHS(`received_on`, 2) AS `received_on_plus_2_months`,
    ADD_MONTHS(`received_on`, 1) AS `received_on_plus_1_months`,
    ADD_MONTHS(`received_on`, 12) AS `received_on_plus_12_months`,
    GET(
      `calendar`.`worked`,
      GET(`calendar`.`so_far`, DATEDIFF(`received_on`, CAST('1999-12-31' AS DATE)) + 1 - 1) + 25 - 1
    ) AS `received_on_plus_25_working_days`,
    GET(
      `calendar`.`worked`,
      GET(`calendar`.`so_far`, DATEDIFF(`received_on`, CAST('1999-12-31' AS DATE)) + 1 - 1) + 30 - 1
    ) AS `received_on_plus_30_working_days`,
    GET(
      `calendar`.`worked`,
      GET(`calendar`.`so_far`, DATEDIFF(`date`, CAST('1999-12-31' AS DATE)) - 1) - 4 - 1
    ) AS `date_minus_5_working_days`,
    ADD_MONTHS(`date`, 12) AS `date_plus_12_months`
  FROM `facts`
  CROSS JOIN `calendar`
), `firsts` AS (
  /* Of what is told once, which is made first, from 1. */
  SELECT
    `days`.*,
    CASE
      WHEN `held_by` IS NOT DISTINCT FROM 'outside'
      AND `received_on` IS NULL
      AND COALESCE(`received_on_plus_2_months` > `date`, TRUE)
      THEN 1
      WHEN `speakers_count` >= 1
      AND `held_by` IS DISTINCT FROM 'outside'
      AND `received_on` IS NULL
      AND COALESCE(`received_on_plus_1_months` > `date`, TRUE)
      THEN 2
      WHEN `received_on` IS NULL AND COALESCE(`date` > `received_on_plus_12_months`, TRUE)
      THEN 3
      WHEN COALESCE(`in_force_on` <= CAST('2026-08-31' AS DATE), FALSE)
      AND `speakers_count` >= 1
      AND `received_on` IS NULL
      AND COALESCE(`received_on_plus_25_working_days` > `date`, TRUE)
      THEN 4
      WHEN COALESCE(CAST('2026-09-01' AS DATE) <= `in_force_on`, FALSE)
      AND `speakers_count` >= 1
      AND `received_on` IS NULL
      AND COALESCE(`received_on_plus_30_working_days` > `date`, TRUE)
      THEN 5
      WHEN COALESCE(`in_force_on` <= CAST('2026-08-31' AS DATE), TRUE)
      AND `speakers_count` >= 1
      AND `in_force_on` IS NULL
      THEN 6
      WHEN COALESCE(CAST('2026-09-01' AS DATE) <= `in_force_on`, TRUE)
      AND `speakers_count` >= 1
      AND `in_force_on` IS NULL
      THEN 7
      ELSE 0
    END AS `first made 0`
  FROM `days`
), `tests` AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    `firsts`.*,
    `first made 0` = 1 OR `first made 0` = 2 AS `event-notice/missing`, /* A month's notice, or two (clause 2): missing */
    (
      `held_by` IS NOT DISTINCT FROM 'outside'
      AND COALESCE(`received_on_plus_2_months` > `date`, TRUE)
      AND NOT `received_on` IS NULL
    )
    OR (
      `speakers_count` >= 1
      AND `held_by` IS DISTINCT FROM 'outside'
      AND COALESCE(`received_on_plus_1_months` > `date`, TRUE)
      AND NOT `received_on` IS NULL
    ) AS `event-notice/late`, /* A month's notice, or two (clause 2): late */
    `first made 0` = 3 AS `not-too-early/missing`, /* No more than a year ahead (clause 2): missing */
    COALESCE(`date` > `received_on_plus_12_months`, TRUE)
    AND NOT `received_on` IS NULL AS `not-too-early/early`, /* No more than a year ahead (clause 2): early */
    `speakers_count` >= 1
    AND `approvals__centre_manager__decision` IS NOT DISTINCT FROM 'declined' AS `manager-agrees/declined`, /* The Centre Manager agrees (clause 2): declined */
    `speakers_count` >= 1
    AND `approvals__centre_manager__decision` IS NOT DISTINCT FROM 'granted'
    AND COALESCE(`approvals__centre_manager__date` > `date`, TRUE) AS `manager-agrees/late`, /* The Centre Manager agrees (clause 2): late */
    `speakers_count` >= 1
    AND `approvals__centre_manager__decision` IS DISTINCT FROM 'declined'
    AND `approvals__centre_manager__decision` IS DISTINCT FROM 'granted' AS `manager-agrees/missing`, /* The Centre Manager agrees (clause 2): missing */
    `held_by` IS NOT DISTINCT FROM 'outside'
    AND COALESCE(`outline` <> 'shown', FALSE) AS `outline-shown/withheld`, /* An outside body shows an outline (clause 2): withheld */
    `held_by` IS NOT DISTINCT FROM 'outside' AND `outline` IS NULL AS `outline-shown/missing`, /* An outside body shows an outline (clause 2): missing */
    `first made 0` = 4 AS `foyle-event-notice-until-august-2026/missing`, /* 25 working days' notice, until 31 August 2026 (clause N2): missing */
    COALESCE(`in_force_on` <= CAST('2026-08-31' AS DATE), FALSE)
    AND `speakers_count` >= 1
    AND COALESCE(`received_on_plus_25_working_days` > `date`, TRUE)
    AND NOT `received_on` IS NULL AS `foyle-event-notice-until-august-2026/late`, /* 25 working days' notice, until 31 August 2026 (clause N2): late */
    `first made 0` = 6 AS `foyle-event-notice-until-august-2026/unanswered`, /* 25 working days' notice, until 31 August 2026 (clause N2): unanswered */
    `first made 0` = 5 AS `foyle-event-notice/missing`, /* 30 working days' notice (clause N2): missing */
    COALESCE(CAST('2026-09-01' AS DATE) <= `in_force_on`, FALSE)
    AND `speakers_count` >= 1
    AND COALESCE(`received_on_plus_30_working_days` > `date`, TRUE)
    AND NOT `received_on` IS NULL AS `foyle-event-notice/late`, /* 30 working days' notice (clause N2): late */
    `first made 0` = 7 AS `foyle-event-notice/unanswered`, /* 30 working days' notice (clause N2): unanswered */
    `speakers_count` >= 1
    AND `approvals__site_safeguarding_officer__decision` IS NOT DISTINCT FROM 'declined' AS `foyle-second-agreement/declined`, /* The Site Safeguarding Officer agrees as well (clause N2): declined */
    `speakers_count` >= 1
    AND `approvals__site_safeguarding_officer__decision` IS NOT DISTINCT FROM 'granted'
    AND (
      `approvals__centre_manager__date` IS NULL
      OR `approvals__site_safeguarding_officer__latest_or_date` IS NULL
      OR COALESCE(
        `approvals__centre_manager__date` > `approvals__site_safeguarding_officer__latest_or_date`,
        FALSE
      )
    )
    AND (
      COALESCE(
        `approvals__centre_manager__date` > `approvals__site_safeguarding_officer__date`,
        TRUE
      )
      OR COALESCE(`approvals__site_safeguarding_officer__date` > `date_minus_5_working_days`, TRUE)
    )
    AND (
      COALESCE(
        `approvals__centre_manager__date` > `approvals__site_safeguarding_officer__latest_or_date`,
        TRUE
      )
      OR COALESCE(
        `approvals__site_safeguarding_officer__latest_or_date` > `date_minus_5_working_days`,
        TRUE
      )
    ) AS `foyle-second-agreement/early`, /* The Site Safeguarding Officer agrees as well (clause N2): early */
    `speakers_count` >= 1
    AND `approvals__site_safeguarding_officer__decision` IS NOT DISTINCT FROM 'granted'
    AND (
      `approvals__site_safeguarding_officer__date` IS NULL
      OR (
        (
          COALESCE(
            `approvals__centre_manager__date` > `approvals__site_safeguarding_officer__date`,
            FALSE
          )
          OR COALESCE(`approvals__site_safeguarding_officer__date` > `date_minus_5_working_days`, FALSE)
        )
        AND (
          COALESCE(
            `approvals__centre_manager__date` > `approvals__site_safeguarding_officer__latest_or_date`,
            FALSE
          )
          OR COALESCE(
            `approvals__site_safeguarding_officer__latest_or_date` > `date_minus_5_working_days`,
            FALSE
          )
        )
      )
    )
    AND (
      COALESCE(
        `approvals__centre_manager__date` > `approvals__site_safeguarding_officer__date`,
        TRUE
      )
      OR COALESCE(`approvals__site_safeguarding_officer__date` > `date_minus_5_working_days`, TRUE)
    )
    AND (
      COALESCE(
        `approvals__centre_manager__date` > `approvals__site_safeguarding_officer__latest_or_date`,
        TRUE
      )
      OR COALESCE(
        `approvals__site_safeguarding_officer__latest_or_date` > `date_minus_5_working_days`,
        TRUE
      )
    )
    AND NOT `approvals__centre_manager__date` IS NULL
    AND NOT `approvals__site_safeguarding_officer__latest_or_date` IS NULL
    AND COALESCE(
      `approvals__centre_manager__date` <= `approvals__site_safeguarding_officer__latest_or_date`,
      TRUE
    ) AS `foyle-second-agreement/late`, /* The Site Safeguarding Officer agrees as well (clause N2): late */
    `speakers_count` >= 1
    AND (
      `approvals__site_safeguarding_officer__decision` IS DISTINCT FROM 'granted'
      OR (
        (
          COALESCE(
            `approvals__centre_manager__date` > `approvals__site_safeguarding_officer__date`,
            TRUE
          )
          OR COALESCE(`approvals__site_safeguarding_officer__date` > `date_minus_5_working_days`, TRUE)
        )
        AND (
          COALESCE(
            `approvals__centre_manager__date` > `approvals__site_safeguarding_officer__latest_or_date`,
            TRUE
          )
          OR COALESCE(
            `approvals__site_safeguarding_officer__latest_or_date` > `date_minus_5_working_days`,
            TRUE
          )
        )
      )
    )
    AND `approvals__site_safeguarding_officer__decision` IS DISTINCT FROM 'declined'
    AND (
      `approvals__site_safeguarding_officer__decision` IS DISTINCT FROM 'granted'
      OR (
        NOT `approvals__centre_manager__date` IS NULL
        AND NOT `approvals__site_safeguarding_officer__latest_or_date` IS NULL
        AND COALESCE(
          `approvals__centre_manager__date` <= `approvals__site_safeguarding_officer__latest_or_date`,
          TRUE
        )
      )
    )
    AND (
      `approvals__site_safeguarding_officer__decision` IS DISTINCT FROM 'granted'
      OR (
        NOT `approvals__centre_manager__date` IS NULL
        AND NOT `approvals__site_safeguarding_officer__date` IS NULL
        AND NOT `approvals__site_safeguarding_officer__latest_or_date` IS NULL
        AND (
          (
            COALESCE(
              `approvals__centre_manager__date` <= `approvals__site_safeguarding_officer__date`,
              TRUE
            )
            AND COALESCE(`approvals__site_safeguarding_officer__date` <= `date_minus_5_working_days`, TRUE)
          )
          OR (
            COALESCE(
              `approvals__centre_manager__date` <= `approvals__site_safeguarding_officer__latest_or_date`,
              TRUE
            )
            AND COALESCE(
              `approvals__site_safeguarding_officer__latest_or_date` <= `date_minus_5_working_days`,
              TRUE
            )
          )
        )
      )
    ) AS `foyle-second-agreement/missing`, /* The Site Safeguarding Officer agrees as well (clause N2): missing */
    `place` IS NULL AS `foyle-place/missing`, /* The request says where it is (clause N2): missing */
    `place` IS NOT DISTINCT FROM 'quay-hall' AS `foyle-tickets/applies`, /* The Quay Hall is by ticket only (clause N2): applies */
    TRUE AS `kept-for-a-year/applies`, /* What was agreed is kept (clause 6): applies */
    `kind` IS NULL
    OR `date` IS NULL
    OR `held_by` IS NULL
    OR (
      NOT `received_on` IS NULL AND `received_on_plus_25_working_days` IS NULL
    )
    OR (
      NOT `received_on` IS NULL AND `received_on_plus_30_working_days` IS NULL
    )
    OR (
      NOT `date` IS NULL AND `date_minus_5_working_days` IS NULL
    ) AS `undecided`
  FROM `firsts`
), `decided` AS (
  /* The findings of the tests that hold. */
  SELECT
    `reference`,
    `kind`,
    CASE
      WHEN NOT `undecided`
      THEN CONCAT(
        FILTER(
          ARRAY(
            CASE
              WHEN `event-notice/missing`
              THEN NAMED_STRUCT(
                'rule',
                'event-notice',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `event-notice/late`
              THEN NAMED_STRUCT(
                'rule',
                'event-notice',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `not-too-early/missing`
              THEN NAMED_STRUCT(
                'rule',
                'not-too-early',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `not-too-early/early`
              THEN NAMED_STRUCT(
                'rule',
                'not-too-early',
                'failure',
                'early',
                'outcome',
                'refused',
                'clause',
                '2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `manager-agrees/declined`
              THEN NAMED_STRUCT(
                'rule',
                'manager-agrees',
                'failure',
                'declined',
                'outcome',
                'refused',
                'clause',
                '2',
                'who',
                ARRAY('centre-manager'),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `manager-agrees/late`
              THEN NAMED_STRUCT(
                'rule',
                'manager-agrees',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '2',
                'who',
                ARRAY('centre-manager'),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `manager-agrees/missing`
              THEN NAMED_STRUCT(
                'rule',
                'manager-agrees',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '2',
                'who',
                ARRAY('centre-manager'),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `outline-shown/withheld`
              THEN NAMED_STRUCT(
                'rule',
                'outline-shown',
                'failure',
                'withheld',
                'outcome',
                'refused',
                'clause',
                '2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `outline-shown/missing`
              THEN NAMED_STRUCT(
                'rule',
                'outline-shown',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-event-notice-until-august-2026/missing`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-event-notice-until-august-2026',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                'N2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-event-notice-until-august-2026/late`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-event-notice-until-august-2026',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                'N2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-event-notice-until-august-2026/unanswered`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-event-notice-until-august-2026',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                'N2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-event-notice/missing`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-event-notice',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                'N2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-event-notice/late`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-event-notice',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                'N2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-event-notice/unanswered`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-event-notice',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                'N2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-second-agreement/declined`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-second-agreement',
                'failure',
                'declined',
                'outcome',
                'refused',
                'clause',
                'N2',
                'who',
                ARRAY('site-safeguarding-officer'),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-second-agreement/early`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-second-agreement',
                'failure',
                'early',
                'outcome',
                'action-needed',
                'clause',
                'N2',
                'who',
                ARRAY('site-safeguarding-officer'),
                'by',
                `date_minus_5_working_days`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-second-agreement/late`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-second-agreement',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                'N2',
                'who',
                ARRAY('site-safeguarding-officer'),
                'by',
                `date_minus_5_working_days`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-second-agreement/missing`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-second-agreement',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                'N2',
                'who',
                ARRAY('site-safeguarding-officer'),
                'by',
                `date_minus_5_working_days`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-place/missing`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-place',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                'N2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `foyle-tickets/applies`
              THEN NAMED_STRUCT(
                'rule',
                'foyle-tickets',
                'failure',
                'applies',
                'outcome',
                'allowed',
                'clause',
                'N2',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                ARRAY('by-ticket')
              )
            END,
            CASE
              WHEN `kept-for-a-year/applies`
              THEN NAMED_STRUCT(
                'rule',
                'kept-for-a-year',
                'failure',
                'applies',
                'outcome',
                'allowed',
                'clause',
                '6',
                'who',
                ARRAY('centre-manager'),
                'by',
                `date_plus_12_months`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END
          ),
          `entry` -> NOT `entry` IS NULL
        ),
        FLATTEN(
          TRANSFORM(
            COALESCE(`speakers`, ARRAY()),
            (`item`, `place`) -> FILTER(
              ARRAY(
                CASE
                  WHEN `item`.`concern` IS NULL
                  THEN NAMED_STRUCT(
                    'rule',
                    'speaker-known',
                    'failure',
                    'missing',
                    'outcome',
                    'action-needed',
                    'clause',
                    '2',
                    'who',
                    CAST(ARRAY() AS ARRAY<STRING>),
                    'by',
                    `date`,
                    'list',
                    'speakers',
                    'item',
                    CAST(`place` AS INT),
                    'conditions',
                    CAST(ARRAY() AS ARRAY<STRING>)
                  )
                END /* What is known of each speaker (clause 2): missing */,
                CASE
                  WHEN `item`.`concern` IS NOT DISTINCT FROM 'unsure'
                  AND `advice__head_of_safeguarding__date` IS NULL
                  THEN NAMED_STRUCT(
                    'rule',
                    'speaker-advice',
                    'failure',
                    'missing',
                    'outcome',
                    'action-needed',
                    'clause',
                    '2',
                    'who',
                    ARRAY('head-of-safeguarding'),
                    'by',
                    `date`,
                    'list',
                    'speakers',
                    'item',
                    CAST(`place` AS INT),
                    'conditions',
                    CAST(ARRAY() AS ARRAY<STRING>)
                  )
                END /* If you are unsure of a speaker, ask (clause 2): missing */,
                CASE
                  WHEN `item`.`concern` IS NOT DISTINCT FROM 'some'
                  THEN NAMED_STRUCT(
                    'rule',
                    'speaker-concern',
                    'failure',
                    'applies',
                    'outcome',
                    'referred',
                    'clause',
                    '2',
                    'who',
                    ARRAY('head-of-safeguarding'),
                    'by',
                    `date`,
                    'list',
                    'speakers',
                    'item',
                    CAST(`place` AS INT),
                    'conditions',
                    CAST(ARRAY() AS ARRAY<STRING>)
                  )
                END /* Where there is cause for concern (clause 2): applies */
              ),
              `entry` -> NOT `entry` IS NULL
            )
          )
        )
      )
    END AS `findings`
  FROM `tests`
)
SELECT
  `reference`,
  `kind`,
  CASE
    WHEN `findings` IS NULL
    THEN CAST(NULL AS STRING)
    WHEN EXISTS(`findings`, `finding` -> `finding`.`outcome` = 'refused')
    THEN 'refused'
    WHEN EXISTS(`findings`, `finding` -> `finding`.`outcome` = 'referred')
    THEN 'referred'
    WHEN EXISTS(`findings`, `finding` -> `finding`.`outcome` = 'action-needed')
    THEN 'action-needed'
    ELSE 'allowed'
  END AS `outcome`,
  `findings`
FROM `decided`;
