"""What schools' programs call the columns of a roster, in the languages of the sheets and some more."""

from __future__ import annotations

import re
from functools import lru_cache

from quizmill.bank.fold import fold

_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")  # LastFirst, longName
_GENDER = re.compile(r"(?:/-?|[:*_])(?:[iI]nnen|in|a|e|o)\b|\((?:in|a|e|o|s)\)|(?<=[a-z])In(?:nen)?\b")
_SIGNS = re.compile(r"[^\w#&]+|_+")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CONTACT = re.compile(
    r"\b(?:parent|guardian|mother|father|contact|emergency|teacher|eltern|lehrer|padre|madre)s?\b"
)
_OF_MANY = re.compile(
    r"\b(?:section|course|class|school|account|group|org unit|team|district|unidad|curso)s?\b"
)
_PLACES = frozenset(("#", "no", "nr", "number", "nummer", "numero", "座号"))  # counted anew in each class
_ID = re.compile(
    r"(?:^|.* )(?:ids?|(?:e ?)?mail|login|user ?name|student (?:num|number|no)|adresse e ?mail)"
    r"(?: addresse?| adresse)?"
)


@lru_cache(maxsize=1 << 12)  # the titles are asked about for every pupil
def plain_title(cell: str) -> str:
    """A title without case, accents, signs and the endings for pupils of either kind; a lone # stays."""
    bare = cell.strip().lstrip("#").strip() or cell
    text = fold(_GENDER.sub("", _HUMP.sub(" ", _GENDER.sub("", bare)))).replace("'", "")
    return " ".join(_SIGNS.sub(" ", text).split())


def find(titles: tuple[str, ...], known: tuple[str, ...]) -> int | None:
    """The column called by the first of the *known* titles that is there, whatever stands in brackets."""
    for shown in (titles, tuple(_ASIDE.sub(" ", title) for title in titles)):
        plain = [plain_title(title) for title in shown]
        for each in known:
            if each in plain:
                return plain.index(each)
    return None


def travels(title: str) -> bool:
    """Whether a column so called is wanted beside the marks: an id, a login, an address, no parent's."""
    plain = plain_title(title)
    return (plain in IDS or bool(_ID.fullmatch(plain))) and not _CONTACT.search(plain)


@lru_cache(maxsize=1 << 12)
def identifies(title: str) -> bool:
    """Whether no two pupils have the same in a column so called."""
    plain = plain_title(title)
    return travels(title) and plain not in _PLACES and not _OF_MANY.search(plain)


def _known(*lists: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain_title(each) for text in lists for each in text.split(",")))


WHOLE = _known(
    "name, student, student name, pupil, pupil name, learner, learner name, full name, student full name",
    "students, pupils, name of student, name of pupil, students name, pupils name, user full name",
    "participant, participant name, candidate, candidate name, child, child name, display name",
    "sortable name, legal name, legal full name, last first, last first middle, last first mi",
    "last name first name, lastname firstname, last name and first name, name last first",
    "student name last first, student last first, first last, name first last, first and last name",
    "first & last name, first name last name, first name and last name, first name and surname",
    "first name surname, name and surname, surname and name, surname name, surname first name",
    "forename surname, forename and surname, surname forename, surname and forename",
    "nombre, alumno, alumna, alumnado, alumnos, estudiante, nombre completo, nombre y apellidos",
    "apellidos y nombre, apellidos nombre, nombre apellidos, nombre del alumno, nombre alumno",
    "nombre del estudiante, schüler, schülerin, schülername, schüler und schülerinnen",
    "schülerinnen und schüler, vor und nachname, vorname und nachname, vorname nachname",
    "nachname vorname, name vorname, vollständiger name, anzeigename, teilnehmer, kind, lernende",
    "élève, élèves, nom, nom complet, nom et prénom, nom prénom, noms prénoms, nom et prénoms",
    "prénom et nom, prénom nom, nom de l'élève, étudiant",
    "姓名, 学生, 学生姓名, 名字, 全名, 考生姓名, 学员姓名, 氏名, 名前, 이름, 성명",
    "nome, nome completo, studente, alunno, cognome e nome, nome e cognome, nominativo, aluno",
    "nome do aluno, naam, leerling, volledige naam, namn, navn, preferred name, preferred full name",
)
GIVEN = _known(
    "first, first name, firstname, given, given name, given names, givenname, forename, forenames",
    "fore name, student first name, pupil first name, student first, stu first name",
    "legal first name, legal forename, legal given name, preferred first name, preferred forename",
    "preferred given name, chosen name, known as, vorname, rufname, vornamen, prénom, prénoms",
    "prénom élève, prénom de l'élève, nombres, primer nombre, 名, voornaam, roepnaam, imię",
    "förnamn, fornavn, jméno",
)
BETWEEN = _known("tussenvoegsel, tussenvoegsels, namenszusatz, namensvorsatz")
FAMILY = _known(
    "last, last name, lastname, surname, family, family name, familyname, student last name",
    "pupil last name, pupil surname, student surname, student last, stu last name, legal surname",
    "legal last name, legal family name, preferred surname, preferred last name, long name",
    "nachname, familienname, zuname, apellidos, apellido, primer apellido, apellido paterno",
    "apellido 1, nom de famille, nom élève, nom d'usage, 姓, cognome, cognoms, sobrenome, apelido",
    "apelidos, achternaam, nazwisko, efternamn, etternavn, příjmení",
)
SECOND_FAMILY = _known("segundo apellido, apellido materno, apellido 2, second last name, second surname")
CLASS = _known(
    "class, class name, classe, klasse, klasse name, klassenname, clase, 班级, 班, 行政班, 教学班",
    "turma, klas, reg group, registration group, form group, tutor group, homeroom, home room, form",
    "form class, reg, section, sections, section name, class section, period, class period, per, block",
    "class group, teaching group, group, groups, group name, grupo, grupos, groupe, groupes, gruppe",
    "gruppen, lerngruppe, unidad, classe élève, course section, course, course name, curso, kurs",
    "division, stamgroep, klass, klasa, set",
)
YEAR = _known("year group, 年级")  # for want of a class
ROLE = _known(
    "role, roles, user role, course role, enrollment role, rolle, rollen, rol, rôle, rôles, 角色, 身份"
)
IDS = _known(
    "id, #, no, nr, number, key, nummer, upn, uln, ssid, dcid, pin, student num, student number",
    "id number, admission no, admission number, roll no, roll number, perm id, permanent number",
    "candidate number, exam number, root account, integration, extern key, username, user name",
    "login, matrikelnummer, schülernummer, ausweisnummer, kennung, schlüssel, benutzername",
    "anmeldename, nia, nie, dni, número, matrícula, nº de matrícula, nº, nº id escolar, usuario",
    "número de identificación, correo, correo electrónico, dirección de correo, ine, numéro",
    "identifiant, courriel, adresse électronique, 学号, 学籍号, 考号, 座号, 邮箱, 电子邮件",
)
