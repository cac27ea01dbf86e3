-- The tables of OpenCPS v2 that motcua reads, as Liferay makes them in PostgreSQL: names folded to lower case, DATE as timestamp without
-- time zone, no foreign keys. Columns and types as on branch release-candidate-3.0; of the indexes those that queries on these columns use.
CREATE SCHEMA opencps;
SET search_path = opencps;
CREATE TABLE opencps_dossier (
  uuid_ varchar(75), dossierid bigint NOT NULL PRIMARY KEY, groupid bigint, companyid bigint,
  userid bigint, username varchar(255), createdate timestamp, modifieddate timestamp,
  referenceuid varchar(255), counter bigint, registerbookcode varchar(100), registerbookname varchar(1024),
  dossierregister varchar(255), processno varchar(128),
  servicecode varchar(128), servicename text, govagencycode varchar(128), govagencyname varchar(512),
  applicantname varchar(500), applicantidtype varchar(128), applicantidno varchar(128), applicantiddate timestamp,
  address text, citycode varchar(128), cityname varchar(255), districtcode varchar(128), districtname varchar(512),
  wardcode varchar(128), wardname varchar(512), contactname text, contacttelno varchar(128), contactemail varchar(255),
  delegatetype integer, delegatename varchar(512), delegateidno varchar(128), delegatetelno varchar(128),
  delegateemail varchar(255), delegateaddress text, delegatecitycode varchar(128), delegatecityname varchar(512),
  delegatedistrictcode varchar(128), delegatedistrictname varchar(512), delegatewardcode varchar(128), delegatewardname varchar(512),
  documentno varchar(255), documentdate timestamp,
  dossiertemplateno varchar(128), dossiertemplatename text, dossiernote text, submissionnote text, applicantnote text,
  briefnote text, dossierno varchar(255), submitting boolean,
  processdate timestamp, submitdate timestamp, receivedate timestamp, duedate timestamp, extenddate timestamp,
  releasedate timestamp, finishdate timestamp, cancellingdate timestamp, correcttingdate timestamp,
  dossierstatus varchar(255), dossierstatustext text, dossiersubstatus varchar(128), dossiersubstatustext text,
  folderid bigint, dossieractionid bigint,
  viapostal integer, postalservicecode varchar(255), postalservicename varchar(1024), postaladdress text,
  postalcitycode varchar(255), postalcityname varchar(512), postaldistrictcode varchar(255), postaldistrictname varchar(512),
  postalwardcode varchar(255), postalwardname varchar(512), postaltelno varchar(128), password_ varchar(75),
  notification boolean, online_ boolean, original boolean, serverno varchar(255), endorsementdate timestamp,
  lockstate varchar(200), originality integer, origindossierid bigint, samplecount bigint,
  durationunit integer, durationcount double precision,
  dossiername varchar(1000), origindossierno varchar(255), groupdossierid varchar(75), metadata text, systemid integer,
  dossiercounter varchar(128), vnpostalstatus integer, vnpostalprofile text, fromviapostal integer, multiplecheck varchar(75),
  -- only on branch release-candidate-3.0
  postalcodesend varchar(75), postalcodereceived varchar(75), lastreceivedate timestamp, lastsenddate timestamp, servicelevel integer
);
CREATE TABLE opencps_holiday ( uuid_ varchar(75), holidayid bigint NOT NULL PRIMARY KEY, companyid bigint, groupid bigint, userid bigint,
  username varchar(255), createdate timestamp, modifieddate timestamp, holidaydate timestamp, description text, holidaytype integer );
CREATE TABLE opencps_worktime ( uuid_ varchar(75), worktimeid bigint NOT NULL PRIMARY KEY, companyid bigint, groupid bigint, userid bigint,
  username varchar(255), createdate timestamp, modifieddate timestamp, day integer, hours varchar(128) );
CREATE TABLE opencps_serviceinfo ( uuid_ varchar(75), serviceinfoid bigint NOT NULL PRIMARY KEY, companyid bigint, groupid bigint, userid bigint,
  servicecode varchar(128), servicename text, domaincode varchar(128), domainname varchar(512), maxlevel integer, durationtext text );
CREATE TABLE opencps_dossieraction ( uuid_ varchar(75), dossieractionid bigint NOT NULL PRIMARY KEY, companyid bigint, groupid bigint, userid bigint,
  username varchar(255), createdate timestamp, modifieddate timestamp, dossierid bigint, previousactionid bigint, fromstepcode varchar(255),
  actioncode varchar(100), actionuser varchar(255), actionname varchar(255), actionnote varchar(500), actionoverdue integer, pending boolean,
  stepcode varchar(500), stepname varchar(500), duedate timestamp, nextactionid bigint, payload text, state_ integer );
CREATE TABLE opencps_actionconfig ( uuid_ varchar(75), actionconfigid bigint NOT NULL PRIMARY KEY, companyid bigint, groupid bigint, userid bigint,
  actioncode varchar(75), actionname varchar(75), insideprocess boolean, pending boolean, rollbackable boolean, dateoption integer );
CREATE INDEX ON opencps_dossier (groupid, dossierno);
CREATE INDEX ON opencps_dossieraction (dossierid, actioncode);
CREATE INDEX ON opencps_actionconfig (groupid, actioncode);
CREATE INDEX ON opencps_serviceinfo (groupid, servicecode);
CREATE INDEX ON opencps_holiday (groupid, holidaydate);
RESET search_path;
