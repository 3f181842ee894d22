-- Larkfield Training Group, Visitors, Leaflets and Rooms: Events
-- Made by prevent build from the policy sha256:4c1d490263788192cea7cf0a66609ee6f61ae5d805b81c4dbdbecdea302fe230. Do not edit.
--
-- What is found of each event in the table requests, for DuckDB. The table
-- has a row for each request, and these columns (others do no harm):
--   "kind" VARCHAR
--   "date" DATE
--   "held_by" VARCHAR
--   "reference" VARCHAR
--   "received_on" DATE
--   "speakers" STRUCT("name" VARCHAR, "concern" VARCHAR)[]
--   "outline" VARCHAR
--   "approvals__centre_manager__decision" VARCHAR
--   "approvals__centre_manager__date" DATE
--   "advice__head_of_safeguarding__date" DATE
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE VIEW "prevent_event" AS
WITH "facts" AS (
  /* What each request says, and what is counted of it. */
  SELECT
    "kind",
    "date",
    "held_by",
    "reference",
    "received_on",
    "speakers",
    "outline",
    "approvals__centre_manager__decision",
    "approvals__centre_manager__date",
    "advice__head_of_safeguarding__date",
    COALESCE(LEN("speakers"), 0) AS "speakers_count"
  FROM "requests"
  WHERE
    "kind" = 'event'
), "days" AS (
  /* The days that are a period from another. */
  SELECT
    "facts".*,
    CAST("received_on" + INTERVAL '2' MONTH AS DATE) AS "received_on_plus_2_months",
    CAST("received_on" + INTERVAL '1' MONTH AS DATE) AS "received_on_plus_1_months",
    CAST("received_on" + INTERVAL '12' MONTH AS DATE) AS "received_on_plus_12_months",
    CAST("date" + INTERVAL '12' MONTH AS DATE) AS "date_plus_12_months"
  FROM "facts"
), "tests" AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    "days".*,
    (
      "held_by" IS NOT DISTINCT FROM 'outside'
      AND "received_on" IS NULL
      AND COALESCE("received_on_plus_2_months" > "date", TRUE)
    )
    OR (
      "speakers_count" >= 1
      AND "held_by" IS DISTINCT FROM 'outside'
      AND "received_on" IS NULL
      AND COALESCE("received_on_plus_1_months" > "date", TRUE)
    ) AS "event-notice/missing", /* A month's notice, or two (clause 2): missing */
    (
      "held_by" IS NOT DISTINCT FROM 'outside'
      AND COALESCE("received_on_plus_2_months" > "date", TRUE)
      AND NOT "received_on" IS NULL
    )
    OR (
      "speakers_count" >= 1
      AND "held_by" IS DISTINCT FROM 'outside'
      AND COALESCE("received_on_plus_1_months" > "date", TRUE)
      AND NOT "received_on" IS NULL
    ) AS "event-notice/late", /* A month's notice, or two (clause 2): late */
    "received_on" IS NULL
    AND COALESCE("date" > "received_on_plus_12_months", TRUE)
    AND (
      "held_by" IS DISTINCT FROM 'outside'
      OR COALESCE("received_on_plus_2_months" <= "date", FALSE)
    )
    AND (
      "speakers_count" < 1
      OR "held_by" IS NOT DISTINCT FROM 'outside'
      OR COALESCE("received_on_plus_1_months" <= "date", FALSE)
    ) AS "not-too-early/missing", /* No more than a year ahead (clause 2): missing */
    COALESCE("date" > "received_on_plus_12_months", TRUE)
    AND NOT "received_on" IS NULL AS "not-too-early/early", /* No more than a year ahead (clause 2): early */
    "speakers_count" >= 1
    AND "approvals__centre_manager__decision" IS NOT DISTINCT FROM 'declined' AS "manager-agrees/declined", /* The Centre Manager agrees (clause 2): declined */
    "speakers_count" >= 1
    AND "approvals__centre_manager__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("approvals__centre_manager__date" > "date", TRUE) AS "manager-agrees/late", /* The Centre Manager agrees (clause 2): late */
    "speakers_count" >= 1
    AND "approvals__centre_manager__decision" IS DISTINCT FROM 'declined'
    AND "approvals__centre_manager__decision" IS DISTINCT FROM 'granted' AS "manager-agrees/missing", /* The Centre Manager agrees (clause 2): missing */
    "held_by" IS NOT DISTINCT FROM 'outside'
    AND COALESCE("outline" <> 'shown', FALSE) AS "outline-shown/withheld", /* An outside body shows an outline (clause 2): withheld */
    "held_by" IS NOT DISTINCT FROM 'outside' AND "outline" IS NULL AS "outline-shown/missing", /* An outside body shows an outline (clause 2): missing */
    TRUE AS "kept-for-a-year/applies", /* What was agreed is kept (clause 6): applies */
    "kind" IS NULL OR "date" IS NULL OR "held_by" IS NULL AS "undecided"
  FROM "days"
), "decided" AS (
  /* The findings of the tests that hold. */
  SELECT
    "reference",
    "kind",
    CASE
      WHEN NOT "undecided"
      THEN LIST_CONCAT(
        LIST_FILTER(
          [
            CASE
              WHEN "event-notice/missing"
              THEN {'rule': 'event-notice', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "event-notice/late"
              THEN {'rule': 'event-notice', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "not-too-early/missing"
              THEN {'rule': 'not-too-early', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "not-too-early/early"
              THEN {'rule': 'not-too-early', 'failure': 'early', 'outcome': 'refused', 'clause': '2', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "manager-agrees/declined"
              THEN {'rule': 'manager-agrees', 'failure': 'declined', 'outcome': 'refused', 'clause': '2', 'who': ['centre-manager'], 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "manager-agrees/late"
              THEN {'rule': 'manager-agrees', 'failure': 'late', 'outcome': 'action-needed', 'clause': '2', 'who': ['centre-manager'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "manager-agrees/missing"
              THEN {'rule': 'manager-agrees', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2', 'who': ['centre-manager'], 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "outline-shown/withheld"
              THEN {'rule': 'outline-shown', 'failure': 'withheld', 'outcome': 'refused', 'clause': '2', 'who': CAST([] AS TEXT[]), 'by': CAST(NULL AS DATE), 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "outline-shown/missing"
              THEN {'rule': 'outline-shown', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END,
            CASE
              WHEN "kept-for-a-year/applies"
              THEN {'rule': 'kept-for-a-year', 'failure': 'applies', 'outcome': 'allowed', 'clause': '6', 'who': ['centre-manager'], 'by': "date_plus_12_months", 'list': '', 'item': CAST(NULL AS INT), 'conditions': CAST([] AS TEXT[])}
            END
          ],
          LAMBDA "entry" : NOT "entry" IS NULL
        ),
        FLATTEN(
          LIST_TRANSFORM(
            COALESCE("speakers", []),
            LAMBDA "item", "place" : LIST_FILTER(
              [
                CASE
                  WHEN "item"."concern" IS NULL
                  THEN {'rule': 'speaker-known', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2', 'who': CAST([] AS TEXT[]), 'by': "date", 'list': 'speakers', 'item': CAST("place" - 1 AS INT), 'conditions': CAST([] AS TEXT[])}
                END, /* What is known of each speaker (clause 2): missing */
                CASE
                  WHEN "item"."concern" IS NOT DISTINCT FROM 'unsure'
                  AND "advice__head_of_safeguarding__date" IS NULL
                  THEN {'rule': 'speaker-advice', 'failure': 'missing', 'outcome': 'action-needed', 'clause': '2', 'who': ['head-of-safeguarding'], 'by': "date", 'list': 'speakers', 'item': CAST("place" - 1 AS INT), 'conditions': CAST([] AS TEXT[])}
                END, /* If you are unsure of a speaker, ask (clause 2): missing */
                CASE
                  WHEN "item"."concern" IS NOT DISTINCT FROM 'some'
                  THEN {'rule': 'speaker-concern', 'failure': 'applies', 'outcome': 'referred', 'clause': '2', 'who': ['head-of-safeguarding'], 'by': "date", 'list': 'speakers', 'item': CAST("place" - 1 AS INT), 'conditions': CAST([] AS TEXT[])}
                END /* Where there is cause for concern (clause 2): applies */
              ],
              LAMBDA "entry" : NOT "entry" IS NULL
            )
          )
        )
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
