create table if not exists beer (
    id int primary key,
    name varchar(40) not null unique,
    title varchar(80) not null,
    style varchar(80) not null,
    abv double precision not null,
    ibu int not null,
    aromas varchar(20) array not null
);

create table if not exists donut (
    id int primary key,
    name varchar(40) not null unique,
    title varchar(80) not null,
    dough varchar(20) not null,
    sweetness int not null,
    richness int not null,
    recipe varchar(4000) not null
);

create table if not exists donut_flavour (
    donut_id int not null references donut,
    flavour varchar(20) not null,
    primary key (donut_id, flavour)
);

create table if not exists tasting (
    id int primary key,
    beer_id int not null references beer,
    donut_id int not null references donut,
    taster varchar(40) not null,
    unique (beer_id, donut_id)
);
